package org.jobplatform.rest.nexus;

import java.time.Instant;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A run as this dialect shows it.
 *
 * @param percentComplete 0 to 100
 * @param startClock when its first attempt began; null before
 * @param endClock when it ended; null before
 * @param dismissed never: nothing is taken off the list by hand
 * @param canDismiss never
 */
record ServerJob(
        String id,
        int percentComplete,
        String summary,
        int status,
        @Nullable Instant startClock,
        @Nullable Instant endClock,
        boolean dismissed,
        boolean canDismiss) {
    private static final String NO_SUMMARY = "Unavailable";

    static ServerJob from(Run run) {
        return new ServerJob(
                JobIds.show(run.id()),
                run.progress().percent(),
                run.progress().summary().filter(text -> !text.isBlank()).orElse(NO_SUMMARY),
                number(run.status()),
                run.startedAt().orElse(null),
                run.endedAt().orElse(null),
                false,
                false);
    }

    /** The numbers of the vendor's documentation. */
    static int number(RunStatus status) {
        return switch (status) {
            case QUEUED -> 1;
            case STARTING -> 2;
            case RUNNING, STOPPING -> 3;
            case COMPLETED, COMPLETED_WITH_ERRORS -> 4;
            case FAILED, STOPPED, LOST -> 5;
            case PAUSED -> 6;
        };
    }
}
