package org.jobplatform.application.limit;

import java.time.Duration;

/** Something was refused, before it changed anything, because there was too much of it. */
public abstract sealed class LimitFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Duration retryAfter;

    private LimitFailure(String message, Duration retryAfter) {
        // Made by the thousand in a flood, and never a fault of ours: a stack trace would only cost.
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When the same may succeed; more than nothing. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whoever asks has asked too often, or has failed too often. */
    public static final class TooMany extends LimitFailure {
        private static final long serialVersionUID = 1;

        /** @param what a clause without anything of the request */
        public TooMany(String what, Duration retryAfter) {
            super(what, retryAfter);
        }
    }

    /** All who ask together have filled this node. */
    public static final class Full extends LimitFailure {
        private static final long serialVersionUID = 1;

        /** @param what a clause without anything of the request */
        public Full(String what, Duration retryAfter) {
            super(what, retryAfter);
        }
    }
}
