/**
 * Callbacks: telling whoever asked that a run has ended, attempt by attempt, until it is confirmed or the
 * schedule is exhausted. Depends on the run concept; every module may use it.
 */
@NullMarked
package org.jobplatform.domain.callback;

import org.jspecify.annotations.NullMarked;
