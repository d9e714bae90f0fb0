package org.jobplatform.rest.informatica;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as the dialect writes them: UTC, whole seconds, and always the same fraction, as {@code 2013-02-27T18:57:52.000Z}.
 * Some clients cut off the last five characters.
 */
final class WholeSeconds {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);

    private WholeSeconds() {}

    static String format(Instant time) {
        return SECONDS.format(time);
    }
}
