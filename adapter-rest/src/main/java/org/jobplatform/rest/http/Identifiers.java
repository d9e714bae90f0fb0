package org.jobplatform.rest.http;

import java.util.Optional;
import java.util.function.Function;

/** Identifiers in requests. */
public final class Identifiers {
    private Identifiers() {}

    /** What the text says; empty for a text that cannot be such an identifier, and so is known to nobody. */
    public static <T> Optional<T> parse(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
