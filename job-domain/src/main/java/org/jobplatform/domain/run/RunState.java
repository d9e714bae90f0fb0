package org.jobplatform.domain.run;

import java.time.Instant;

/** The state of a run, with the data that only this state has. */
public sealed interface RunState {
    /** The status this state stands for. */
    RunStatus status();

    /** When the run entered this state. */
    Instant since();

    /** A state in which a node carries the run out. */
    sealed interface Owned extends RunState {
        /** The node that does. */
        Owner owner();
    }

    /** A state that is never left. */
    sealed interface Ended extends RunState {
        /** Why it ended so, for people; empty when all went well. */
        String message();
    }

    /**
     * Waiting.
     *
     * @param notBefore the earliest time of the attempt; one that is not later than {@code since} is kept as the epoch, so
     *     that no other node's clock keeps a run waiting that has nothing to wait for
     */
    record Queued(Instant since, Instant notBefore) implements RunState {
        /** Forgets a time that has come already. */
        public Queued {
            notBefore = notBefore.isAfter(since) ? notBefore : Instant.EPOCH;
        }

        @Override
        public RunStatus status() {
            return RunStatus.QUEUED;
        }
    }

    /** Claimed by a node. */
    record Starting(Instant since, Owner owner) implements Owned {
        @Override
        public RunStatus status() {
            return RunStatus.STARTING;
        }
    }

    /** Carried out. */
    record Running(Instant since, Owner owner) implements Owned {
        @Override
        public RunStatus status() {
            return RunStatus.RUNNING;
        }
    }

    /** Held. */
    record Paused(Instant since, Owner owner) implements Owned {
        @Override
        public RunStatus status() {
            return RunStatus.PAUSED;
        }
    }

    /** Asked to stop. */
    record Stopping(Instant since, Owner owner, StopRequest request) implements Owned {
        @Override
        public RunStatus status() {
            return RunStatus.STOPPING;
        }
    }

    /** Done. */
    record Completed(Instant since) implements Ended {
        @Override
        public RunStatus status() {
            return RunStatus.COMPLETED;
        }

        @Override
        public String message() {
            return "";
        }
    }

    /** Done, but not all of it. */
    record CompletedWithErrors(Instant since, String message) implements Ended {
        @Override
        public RunStatus status() {
            return RunStatus.COMPLETED_WITH_ERRORS;
        }
    }

    /** Not done. */
    record Failed(Instant since, String message) implements Ended {
        @Override
        public RunStatus status() {
            return RunStatus.FAILED;
        }
    }

    /** Stopped on request. */
    record Stopped(Instant since, String message) implements Ended {
        @Override
        public RunStatus status() {
            return RunStatus.STOPPED;
        }
    }

    /** Ended with its node. */
    record Lost(Instant since, String message) implements Ended {
        @Override
        public RunStatus status() {
            return RunStatus.LOST;
        }
    }
}
