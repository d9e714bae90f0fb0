package org.jobplatform.rest.starfish;

import org.jobplatform.domain.run.Run;

/** What has become of a start. */
sealed interface StartResult {
    /** There is such a run, now or from an earlier start. */
    record Started(Run run) implements StartResult {}

    /** Nothing was started. */
    record Refused(String reason) implements StartResult {}
}
