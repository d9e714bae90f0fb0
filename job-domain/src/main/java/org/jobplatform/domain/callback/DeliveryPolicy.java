package org.jobplatform.domain.callback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a callback is tried again, and which answers confirm it. Schedules are walked by the number of attempts and the
 * time waited so far, never by the clock, so that time in which no server ran does not count.
 */
public enum DeliveryPolicy {
    /**
     * Three attempts at once, then after 30, 60 and 120 seconds, then every 3 minutes, until 30 minutes of waiting would
     * be exceeded. Confirmed by exactly 200. The rule of the current Informatica platform API.
     */
    INFORMATICA_CURRENT {
        @Override
        public Optional<Duration> delayAfter(int attempts, Duration waited, double chance) {
            if (attempts < 3) {
                return Optional.of(Duration.ZERO);
            }
            Duration delay = LONGEST.compareTo(FIRST.multipliedBy(1L << Math.min(attempts - 3, 8))) < 0
                    ? LONGEST
                    : FIRST.multipliedBy(1L << (attempts - 3));
            return waited.plus(delay).compareTo(HORIZON) > 0 ? Optional.empty() : Optional.of(delay);
        }

        @Override
        public boolean confirms(int status) {
            return status == 200;
        }
    },
    /** Three attempts in all, at once. Confirmed by exactly 200. The rule of the older Informatica API. */
    INFORMATICA_CLASSIC {
        @Override
        public Optional<Duration> delayAfter(int attempts, Duration waited, double chance) {
            return attempts < 3 ? Optional.of(Duration.ZERO) : Optional.empty();
        }

        @Override
        public boolean confirms(int status) {
            return status == 200;
        }
    },
    /**
     * Ten attempts over about three days, each wait up to a tenth shorter by chance. Confirmed by any 2xx. The rule of
     * the native API, and of the dialects whose vendors name none.
     */
    NATIVE {
        @Override
        public Optional<Duration> delayAfter(int attempts, Duration waited, double chance) {
            if (attempts > STEPS.size()) {
                return Optional.empty();
            }
            long millis = STEPS.get(attempts - 1).toMillis();
            return Optional.of(Duration.ofMillis(millis - (long) (millis * 0.1 * chance)));
        }

        @Override
        public boolean confirms(int status) {
            return status >= 200 && status <= 299;
        }

        @Override
        boolean endsAt(int status) {
            return status == 410;
        }

        @Override
        boolean honoursRetryAfter() {
            return true;
        }
    };

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration HORIZON = Duration.ofMinutes(30);
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /**
     * The wait before the next attempt; empty when there is none.
     *
     * @param attempts made so far, at least 1
     * @param waited time spent so far on waits and attempts
     * @param chance 0 (inclusive) to 1 (exclusive), for schedules that spread their attempts
     */
    public abstract Optional<Duration> delayAfter(int attempts, Duration waited, double chance);

    /** Says whether an answer with this HTTP status confirms the callback. */
    public abstract boolean confirms(int status);

    /** Says whether an answer with this HTTP status forbids any further attempt. */
    boolean endsAt(int status) {
        return false;
    }

    /** Says whether a receiver may ask for a longer wait. */
    boolean honoursRetryAfter() {
        return false;
    }
}
