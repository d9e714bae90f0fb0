/** Where the server's settings come from and what they may be. Only bootstrap uses it. */
@NullMarked
package org.jobplatform.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
