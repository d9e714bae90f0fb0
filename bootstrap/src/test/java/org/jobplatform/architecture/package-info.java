/** The rules of the rings, each with a canary: a tiny class that breaks it, and a test that the rule notices. */
@NullMarked
package org.jobplatform.architecture;

import org.jspecify.annotations.NullMarked;
