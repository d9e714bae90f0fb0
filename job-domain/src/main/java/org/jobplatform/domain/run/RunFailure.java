package org.jobplatform.domain.run;

import java.util.Locale;
import org.jobplatform.domain.job.JobId;

/** Why something asked of a run was not done. Nothing was changed. */
public abstract sealed class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private RunFailure(String message) {
        super(message);
    }

    /** There is no such run. */
    public static final class NotFound extends RunFailure {
        private static final long serialVersionUID = 1;

        /** @param description what was looked for, such as {@code id 4711} */
        public NotFound(String description) {
            super("there is no run with " + description);
        }
    }

    /** The run was changed by somebody else since it was read. */
    public static final class Stale extends RunFailure {
        private static final long serialVersionUID = 1;

        /** @param id the run */
        public Stale(RunId id) {
            super("run " + id + " was changed meanwhile");
        }
    }

    /** The run's status does not allow what was asked. */
    public static final class NotAllowed extends RunFailure {
        private static final long serialVersionUID = 1;

        private final transient RunStatus status;

        /** @param event what was asked, as a participle: {@code stopped} */
        public NotAllowed(RunId id, RunStatus status, String event) {
            super("run " + id + " is " + status.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " and cannot be "
                    + event);
            this.status = status;
        }

        /**
         * @param event what was asked, as a participle: {@code paused}
         * @param reason why its status alone is not enough, as a clause
         */
        public NotAllowed(RunId id, RunStatus status, String event, String reason) {
            super("run " + id + " cannot be " + event + ": " + reason);
            this.status = status;
        }

        /** The status it has. */
        public RunStatus status() {
            return status;
        }
    }

    /** The start wanted to be alone, and the job has an unfinished run. */
    public static final class AlreadyActive extends RunFailure {
        private static final long serialVersionUID = 1;

        /** @param job the job */
        public AlreadyActive(JobId job) {
            super("job " + job + " has an unfinished run");
        }
    }

    /** The job's concurrency limit is reached, and it says to refuse further starts. */
    public static final class LimitReached extends RunFailure {
        private static final long serialVersionUID = 1;

        /** @param limit runs at once */
        public LimitReached(JobId job, int limit) {
            super("job " + job + " has reached its limit of " + limit + " unfinished runs");
        }
    }

    /** The run id or idempotency key was used for another request. */
    public static final class Conflicting extends RunFailure {
        private static final long serialVersionUID = 1;

        /** @param description what was used: {@code run id 4711} */
        public Conflicting(String description) {
            super("the " + description + " was used for another request");
        }
    }

    /** The job cannot be run as asked: the request and the job do not fit. */
    public static final class Refused extends RunFailure {
        private static final long serialVersionUID = 1;

        private final String field;

        /**
         * @param field the field of the request that does not fit
         * @param message why
         */
        public Refused(String field, String message) {
            super(message);
            this.field = field;
        }

        /** The field of the request that does not fit. */
        public String field() {
            return field;
        }
    }

    /** The callback address is one that this server will not call. */
    public static final class BadCallback extends RunFailure {
        private static final long serialVersionUID = 1;

        /** @param reason one clause that does not repeat the address */
        public BadCallback(String reason) {
            super("the callback address was refused: " + reason);
        }
    }
}
