package org.jobplatform.domain.job;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules for named text values that a job has as defaults and a start may set. */
public final class Parameters {
    /** Most parameters of one job or start. */
    public static final int MAXIMUM_COUNT = 200;

    /** Longest value, in characters. */
    public static final int MAXIMUM_LENGTH = 65_536;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private Parameters() {}

    /**
     * An unmodifiable copy in the order of the names.
     *
     * @throws IllegalArgumentException when a name breaks {@code [A-Za-z0-9_]{1,64}}, a value is longer than
     *     {@link #MAXIMUM_LENGTH} or holds a NUL, or there are more than {@link #MAXIMUM_COUNT}
     */
    public static Map<String, String> copyOf(Map<String, String> parameters) {
        if (parameters.size() > MAXIMUM_COUNT) {
            throw new IllegalArgumentException("there may be at most " + MAXIMUM_COUNT + " parameters");
        }
        SortedMap<String, String> copy = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a parameter's name must be 1 to 64 of A-Z a-z 0-9 _");
            }
            if (value.length() > MAXIMUM_LENGTH || value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "parameter " + name + " must have at most " + MAXIMUM_LENGTH + " characters and no NUL");
            }
            copy.put(name, value);
        });
        return Collections.unmodifiableMap(copy);
    }

    /** The defaults with the given values laid over them. */
    public static Map<String, String> overlay(Map<String, String> defaults, Map<String, String> given) {
        Map<String, String> merged = new TreeMap<>(defaults);
        merged.putAll(given);
        return copyOf(merged);
    }
}
