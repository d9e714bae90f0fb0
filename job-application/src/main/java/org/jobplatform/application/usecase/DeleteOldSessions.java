package org.jobplatform.application.usecase;

import java.time.InstantSource;
import org.jobplatform.application.execution.Step;
import org.jobplatform.application.port.SessionStore;
import org.jobplatform.application.port.StorageUnavailable;

/** Deletes the sessions that are over, some at a time. */
public final class DeleteOldSessions implements Step {
    private static final int AT_ONCE = 500;

    private final SessionStore sessions;
    private final InstantSource clock;

    /** Of the store whose sessions they are. */
    public DeleteOldSessions(SessionStore sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public boolean step() {
        try {
            return sessions.deleteOver(clock.instant(), AT_ONCE) == AT_ONCE;
        } catch (StorageUnavailable unavailable) {
            // They are over, and stay so until the next turn.
            return false;
        }
    }
}
