/** Plays the cases of a suite against servers, and says which of them went as written. */
@NullMarked
package org.jobplatform.conformance.play;

import org.jspecify.annotations.NullMarked;
