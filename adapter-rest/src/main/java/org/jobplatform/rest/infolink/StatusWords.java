package org.jobplatform.rest.infolink;

import org.jobplatform.domain.run.RunStatus;

/** What this dialect calls the statuses of a run. */
final class StatusWords {
    private StatusWords() {}

    static String of(RunStatus status) {
        return switch (status) {
            case QUEUED, STARTING, RUNNING, PAUSED, STOPPING -> "running";
            case COMPLETED -> "completed";
            case COMPLETED_WITH_ERRORS, FAILED, LOST -> "completedWithError";
            case STOPPED -> "stopped";
        };
    }
}
