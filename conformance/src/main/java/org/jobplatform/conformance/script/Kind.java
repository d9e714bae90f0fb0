package org.jobplatform.conformance.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may stand in an answer where nobody can know it beforehand. */
enum Kind {
    /** Digits. */
    NUMBER("[0-9]+"),
    /** A GUID in lower case. */
    GUID("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    /** A GUID in upper case. */
    UPPER("[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}"),
    /** UTC with milliseconds. */
    TIME("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z"),
    /** UTC in whole seconds, with a fraction of three zeros. */
    SECONDS("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.000Z"),
    /** With a fraction of seven digits and an offset. */
    TICKS("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{7}[+-][0-9]{2}:[0-9]{2}"),
    /** Hours, minutes, seconds and a fraction of seven digits. */
    SPAN("[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{7}"),
    /** Digits of the base 16. */
    HEX("[0-9a-f]+"),
    /** What an id or a token is made of. */
    WORD("[A-Za-z0-9._~+/=-]+"),
    /** At least one character, none of them a quotation mark, an angle bracket or the end of a line. */
    TEXT("[^\"<>\\r\\n]+"),
    /** Everything, and nothing too. */
    ANY("(?s:.*)");

    private final String pattern;

    Kind(String pattern) {
        this.pattern = pattern;
    }

    String pattern() {
        return pattern;
    }

    /** The kind that a script calls by this name. @throws BadScript when there is none */
    static Kind named(String name) {
        Optional<Kind> found = Arrays.stream(values())
                .filter(kind -> kind.scriptName().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new BadScript("there is no kind '" + name + "', only "
                + Arrays.stream(values()).map(Kind::scriptName).collect(Collectors.joining(", "))));
    }

    private String scriptName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
