package org.jobplatform.rest.nativeapi;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How single values are spelled in this API. Readers throw an {@link IllegalArgumentException} that says what is wanted. */
final class ValueText {
    private ValueText() {}

    /** A name in lower case, as the API shows enumerations other than states. */
    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E lower(Class<E> type, String text) {
        for (E value : type.getEnumConstants()) {
            if (lower(value).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("must be one of "
                + Arrays.stream(type.getEnumConstants()).map(ValueText::lower).collect(Collectors.joining(", ")));
    }

    static <E extends Enum<E>> E upper(Class<E> type, String text) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("must be one of "
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("must be a duration such as PT30S or PT1H", malformed);
        }
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("must be a time such as 2026-01-31T12:00:00Z", malformed);
        }
    }
}
