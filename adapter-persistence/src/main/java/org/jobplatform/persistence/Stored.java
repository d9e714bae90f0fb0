package org.jobplatform.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form in which values are kept, so that what is written and what is read again are equal on both databases. */
final class Stored {
    private Stored() {}

    /** To the microsecond: PostgreSQL keeps no more. */
    static Instant time(Instant exact) {
        return exact.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant time(Optional<Instant> exact) {
        return exact.map(Stored::time).orElse(null);
    }

    /** Without NUL, which PostgreSQL cannot keep in a text. */
    static String text(String exact) {
        return exact.replace("\0", "");
    }

    static @Nullable String text(Optional<String> exact) {
        return exact.map(Stored::text).orElse(null);
    }

    /** In the form that is compared without regard to case; made here, since databases fold by their locale. */
    static String folded(String exact) {
        return exact.toLowerCase(Locale.ROOT);
    }

    /** Up to 292 years, which is more than any duration here may be. */
    static @Nullable Long nanos(Optional<Duration> duration) {
        return duration.map(Duration::toNanos).orElse(null);
    }

    static Optional<Duration> duration(@Nullable Long nanos) {
        return Optional.ofNullable(nanos).map(Duration::ofNanos);
    }
}
