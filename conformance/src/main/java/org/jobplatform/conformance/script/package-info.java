/** What a suite says: cases of requests and the answers they must get, as people write them into files. */
@NullMarked
package org.jobplatform.conformance.script;

import org.jspecify.annotations.NullMarked;
