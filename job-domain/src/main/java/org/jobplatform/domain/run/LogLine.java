package org.jobplatform.domain.run;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * One line of a run's log.
 *
 * @param text without a line end
 */
public record LogLine(Instant at, LogSeverity severity, String text) {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /** @throws IllegalArgumentException when the text holds a line end */
    public LogLine {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a log line holds no line end");
        }
    }

    /** The line as it is kept and shown: time, severity, text. {@link #parse} reads it back. */
    public String format() {
        return TIME.format(at) + " " + severity + " " + text;
    }

    /** Reads a line that {@link #format} wrote. @throws IllegalArgumentException for any other */
    public static LogLine parse(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a log line has a time, a severity and a text");
        }
        return new LogLine(Instant.parse(parts[0]), LogSeverity.valueOf(parts[1]), parts[2]);
    }
}
