/** Tests that start the real program and speak to it over HTTP, as its users do. */
@NullMarked
package org.jobplatform.bootstrap.endtoend;

import org.jspecify.annotations.NullMarked;
