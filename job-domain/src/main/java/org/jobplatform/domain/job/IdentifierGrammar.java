package org.jobplatform.domain.job;

import java.util.regex.Pattern;

/** The one grammar of identifiers that callers may choose: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public final class IdentifierGrammar {
    /** Longest identifier, in characters. */
    public static final int MAXIMUM_LENGTH = 64;

    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9._-]{1," + MAXIMUM_LENGTH + "}");

    private IdentifierGrammar() {}

    /**
     * Returns {@code value} when it follows the grammar.
     *
     * @param what names the identifier in the message
     * @throws IllegalArgumentException when it does not; the message does not repeat the value
     */
    public static String require(String what, String value) {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to " + MAXIMUM_LENGTH + " characters out of A-Z a-z 0-9 . _ -");
        }
        return value;
    }
}
