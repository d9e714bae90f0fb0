package org.jobplatform.rest.nativeapi;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jobplatform.domain.job.Parameters;
import org.jobplatform.rest.json.JsonFields;

/** Reads members of a document as values of the core; what the core refuses becomes the member's problem. */
final class FieldValues {
    private static final int LONGEST = 1_000;

    private FieldValues() {}

    /** A text that a parser turns into a value; it says by an {@link IllegalArgumentException} what is wrong. */
    static <T> Optional<T> value(JsonFields fields, String name, Function<String, T> parser) {
        return fields.optionalText(name, LONGEST).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException refused) {
                fields.problem(name, String.valueOf(refused.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** As {@link #value}, and its absence is a problem. */
    static <T> Optional<T> required(JsonFields fields, String name, Function<String, T> parser) {
        if (!fields.has(name)) {
            fields.problem(name, "is missing");
        }
        return value(fields, name, parser);
    }

    /** A text of at most so many UTF-16 units, which the core counts; fields count code points. */
    static Optional<String> text(JsonFields fields, String name, int maxLength) {
        Optional<String> text = fields.optionalText(name, maxLength);
        if (text.filter(found -> found.length() > maxLength).isPresent()) {
            fields.problem(name, "is longer than " + maxLength + " characters");
        }
        return text;
    }

    /** The parameters of a job or a start. */
    static Map<String, String> parameters(JsonFields fields) {
        try {
            return Parameters.copyOf(
                    fields.optionalTextMap("parameters", Parameters.MAXIMUM_COUNT, Parameters.MAXIMUM_LENGTH));
        } catch (IllegalArgumentException refused) {
            fields.problem("parameters", String.valueOf(refused.getMessage()));
            return Map.of();
        }
    }
}
