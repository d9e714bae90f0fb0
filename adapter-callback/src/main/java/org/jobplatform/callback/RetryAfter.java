package org.jobplatform.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads the header field {@code Retry-After} (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Duration LONGEST = Duration.ofDays(366);

    private RetryAfter() {}

    /**
     * The wait that is asked for, 0 to 366 days; empty when the text is neither seconds, of at most nine digits, nor a date.
     *
     * @param now what a date is compared with
     */
    static Optional<Duration> parse(String text, Instant now) {
        String value = text.strip();
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(bounded(Duration.ofSeconds(Integer.parseInt(value))));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value))
                .map(date -> bounded(Duration.between(now, date)));
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
