/** Internet addresses as text and in ranges, read without ever asking a resolver. Anyone may use it. */
@NullMarked
package org.jobplatform.application.network;

import org.jspecify.annotations.NullMarked;
