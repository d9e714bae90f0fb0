/** HTTP byte for byte, in both directions, with nothing that a library would correct. */
@NullMarked
package org.jobplatform.conformance.wire;

import org.jspecify.annotations.NullMarked;
