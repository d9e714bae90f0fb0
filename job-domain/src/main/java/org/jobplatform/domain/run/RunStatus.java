package org.jobplatform.domain.run;

import java.util.EnumSet;
import java.util.Set;

/** The statuses of a run, and the one table of how they follow each other. */
public enum RunStatus {
    /** It waits for a node with room, for a free slot of its job, or for the time of its next attempt. */
    QUEUED,
    /** A node has claimed it. */
    STARTING,
    /** A runner carries it out. */
    RUNNING,
    /** It is to be held, which takes a second at most: then its runner does nothing until it is resumed. */
    PAUSED,
    /** It was asked to stop and has not ended yet. */
    STOPPING,
    /** It did all it was to do. */
    COMPLETED,
    /** It did what it could; some rows or steps failed. */
    COMPLETED_WITH_ERRORS,
    /** It could not do what it was to do. */
    FAILED,
    /** It was stopped before it was done. */
    STOPPED,
    /** Its node died or lost its lease: how far it came is unknown. */
    LOST;

    private static final Set<RunStatus> OUTCOMES = Set.of(COMPLETED, COMPLETED_WITH_ERRORS, FAILED, STOPPED);

    /** The statuses a run of this status may take next; empty for one that has ended. */
    public Set<RunStatus> successors() {
        return switch (this) {
            case QUEUED -> EnumSet.of(STARTING, STOPPED, FAILED);
            case STARTING -> orOutcome(RUNNING, STOPPING, QUEUED, LOST);
            case RUNNING -> orOutcome(PAUSED, STOPPING, QUEUED, LOST);
            case PAUSED -> EnumSet.of(RUNNING, STOPPING, QUEUED, LOST);
            case STOPPING -> orOutcome(LOST);
            case COMPLETED, COMPLETED_WITH_ERRORS, FAILED, STOPPED, LOST -> EnumSet.noneOf(RunStatus.class);
        };
    }

    /** Says whether a run of this status has ended for good. */
    public boolean isEnded() {
        return successors().isEmpty();
    }

    /** Says whether a run of this status belongs to a node. */
    public boolean isOwned() {
        return switch (this) {
            case STARTING, RUNNING, PAUSED, STOPPING -> true;
            case QUEUED, COMPLETED, COMPLETED_WITH_ERRORS, FAILED, STOPPED, LOST -> false;
        };
    }

    private static Set<RunStatus> orOutcome(RunStatus... others) {
        Set<RunStatus> successors = EnumSet.copyOf(OUTCOMES);
        successors.addAll(Set.of(others));
        return successors;
    }
}
