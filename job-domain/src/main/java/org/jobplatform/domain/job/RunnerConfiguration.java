package org.jobplatform.domain.job;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which runner carries a job out, and how.
 *
 * @param kind the runner's name, such as {@code command}
 * @param settings a tree of maps with text keys, lists, text, numbers and booleans; copied deeply, its order kept. What
 *     it must hold is for the runner to judge
 */
public record RunnerConfiguration(String kind, Map<String, Object> settings) {
    private static final int MAXIMUM_DEPTH = 16;

    /** @throws IllegalArgumentException when the kind breaks the grammar or the tree holds anything else: nothing at all,
     *     a number beyond 64 bits, a NUL */
    public RunnerConfiguration {
        IdentifierGrammar.require("a runner's name", kind);
        settings = copy(settings, 0);
    }

    private static Map<String, Object> copy(Map<?, ?> map, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("runner settings must have text keys");
            }
            copy.put(text(name), copyOf(value, depth + 1));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyOf(@Nullable Object value, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            throw new IllegalArgumentException("runner settings are nested deeper than " + MAXIMUM_DEPTH);
        }
        return switch (value) {
            case Map<?, ?> map -> copy(map, depth);
            case List<?> list -> {
                List<Object> copy = new ArrayList<>(list.size());
                list.forEach(element -> copy.add(copyOf(element, depth + 1)));
                yield Collections.unmodifiableList(copy);
            }
            case String text -> text(text);
            case Boolean flag -> flag;
            // One form for a number, whatever reader it came through, so that equal documents are equal.
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case Long number -> number;
            case BigInteger number -> integer(number);
            case Float number -> finite(number.doubleValue());
            case Double number -> finite(number);
            case BigDecimal number -> finite(number.doubleValue());
            case null, default ->
                throw new IllegalArgumentException("runner settings must be maps, lists, text, numbers or booleans");
        };
    }

    private static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("runner settings must hold no NUL");
        }
        return text;
    }

    private static long integer(BigInteger number) {
        if (number.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("runner settings must hold whole numbers of at most 64 bits");
        }
        return number.longValue();
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("runner settings must hold finite numbers");
        }
        return number;
    }
}
