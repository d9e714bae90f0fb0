package org.jobplatform.rest.informatica;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;

/** The parameters of a query. One that is repeated must always say the same. */
final class QueryValues {
    private final MultivaluedMap<String, String> values;

    QueryValues(UriInfo uri) {
        this.values = uri.getQueryParameters();
    }

    /** The text of a parameter; empty text is the same as nothing. */
    Optional<String> text(String name) {
        return value(name, value -> value).filter(text -> !text.isEmpty());
    }

    /** The meaning of a parameter that must be there. @throws InvalidBody when it is not, or the parser refuses it */
    <T> T required(String name, Function<String, T> parser, String otherwise) {
        return value(name, text -> parsed(name, text, parser, otherwise))
                .orElseThrow(() -> invalid(name, "is missing"));
    }

    /** {@code true} or 1, {@code false} or 0, in any case; false when absent. @throws InvalidBody for anything else */
    boolean flag(String name) {
        return value(name, value -> flag(name, value)).orElse(false);
    }

    /** A whole number of at least {@code min}; beyond the range of a long is no number. @throws InvalidBody for anything else */
    OptionalLong number(String name, long min) {
        Optional<Long> number = text(name).map(text -> number(name, text, min));
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }

    private <T> Optional<T> value(String name, Function<String, T> meaning) {
        Set<T> meanings =
                values.getOrDefault(name, List.of()).stream().map(meaning).collect(Collectors.toSet());
        if (meanings.size() > 1) {
            throw invalid(name, "is given several times with different values");
        }
        return meanings.stream().findFirst();
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser, String otherwise) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException unknown) {
            throw invalid(name, otherwise);
        }
    }

    private static boolean flag(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid(name, "must be true, 1, false or 0");
        };
    }

    private static long number(String name, String text, long min) {
        // Long.parseLong alone takes a plus sign and the digits of other scripts.
        boolean digits = text.chars().allMatch(character -> character >= '0' && character <= '9');
        if (digits && text.length() <= 19) {
            try {
                long number = Long.parseLong(text);
                if (number >= min) {
                    return number;
                }
            } catch (NumberFormatException tooLarge) {
                throw invalid(name, "is too large");
            }
        }
        throw invalid(name, "must be a whole number of at least " + min);
    }

    private static InvalidBody invalid(String name, String message) {
        return new InvalidBody(List.of(new FieldProblem(name, message)));
    }
}
