/** The runner that does nothing, for trying the platform out and for measuring it. Used by the server's wiring alone. */
@NullMarked
package org.jobplatform.runner.noop;

import org.jspecify.annotations.NullMarked;
