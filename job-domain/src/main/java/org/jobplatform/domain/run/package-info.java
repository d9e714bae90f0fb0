/**
 * Runs: one execution of a job each, with the one transition table of the platform. Depends on the job concept;
 * every module may use it.
 */
@NullMarked
package org.jobplatform.domain.run;

import org.jspecify.annotations.NullMarked;
