package org.jobplatform.rest.starfish;

import org.jobplatform.domain.run.RunStatus;

/** What the dialect calls the status of a run. */
final class StatusText {
    static final String COMPLETE = "Complete";
    static final String FAILED = "Failed";
    static final String RUNNING = "Running";

    private StatusText() {}

    static String of(RunStatus status) {
        return switch (status) {
            case QUEUED -> "Waiting";
            case STARTING -> "Starting";
            case RUNNING, PAUSED -> RUNNING;
            case STOPPING -> "Stopping";
            case COMPLETED, COMPLETED_WITH_ERRORS -> COMPLETE;
            case FAILED, STOPPED, LOST -> FAILED;
        };
    }
}
