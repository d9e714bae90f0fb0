package org.jobplatform.benchmark.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a client is to send, and when. Asked by one thread. */
public interface Load {
    /** When the next request is due, in microseconds of the wall clock; in the past for at once, no later than the end. */
    long due();

    /** The next request; null when there are no more. */
    byte @Nullable [] next();

    /** One request again and again, by as many as are connected, until the time is over. */
    static Load during(Duration time, RequestSource requests) {
        long end = WallClock.micros() + time.toNanos() / 1_000;
        return new Load() {
            @Override
            public long due() {
                return 0;
            }

            @Override
            public byte @Nullable [] next() {
                return WallClock.micros() < end ? requests.next() : null;
            }
        };
    }

    /** So many requests, as fast as the connections allow. */
    static Load of(int count, RequestSource requests) {
        return new Load() {
            private int sent;

            @Override
            public long due() {
                return 0;
            }

            @Override
            public byte @Nullable [] next() {
                return sent++ < count ? requests.next() : null;
            }
        };
    }

    /** Requests at an even rate, whatever becomes of those before. */
    static Load paced(double perSecond, Duration time, RequestSource requests) {
        long begin = WallClock.micros();
        long count = Math.round(perSecond * time.toMillis() / 1_000.0);
        return new Load() {
            private long sent;

            @Override
            public long due() {
                return begin + Math.round(sent * 1_000_000 / perSecond);
            }

            @Override
            public byte @Nullable [] next() {
                return sent++ < count ? requests.next() : null;
            }
        };
    }
}
