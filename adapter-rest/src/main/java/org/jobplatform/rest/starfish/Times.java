package org.jobplatform.rest.starfish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as the vendor's framework writes them, with seven digits of a second. Times are in UTC. */
final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int NANOS_OF_DIGIT = 100;

    private Times() {}

    /** As {@code 2024-04-20T16:06:49.6384073+00:00}. */
    static String format(Instant time) {
        return TIME.format(time);
    }

    /** As {@code 00:00:07.4350000}; from a day on with the days in front, as {@code 1.00:00:00.0000000}. */
    static String format(Duration duration) {
        String days = duration.toDays() > 0 ? duration.toDays() + "." : "";
        return days
                + "%02d:%02d:%02d.%07d"
                        .formatted(
                                duration.toHoursPart(),
                                duration.toMinutesPart(),
                                duration.toSecondsPart(),
                                duration.toNanosPart() / NANOS_OF_DIGIT);
    }
}
