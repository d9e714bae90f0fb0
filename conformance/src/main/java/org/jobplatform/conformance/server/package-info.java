/** The servers that are put to the test, and the jobs they are given. */
@NullMarked
package org.jobplatform.conformance.server;

import org.jspecify.annotations.NullMarked;
