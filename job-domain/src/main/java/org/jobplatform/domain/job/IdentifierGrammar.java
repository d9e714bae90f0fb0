package org.jobplatform.domain.job;

/** The one grammar of identifiers that callers may choose: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public final class IdentifierGrammar {
    /** Longest identifier, in characters. */
    public static final int MAXIMUM_LENGTH = 64;

    private IdentifierGrammar() {}

    /**
     * Returns {@code value} when it follows the grammar.
     *
     * @param what names the identifier in the message
     * @throws IllegalArgumentException when it does not; the message does not repeat the value
     */
    public static String require(String what, String value) {
        boolean fits = !value.isEmpty() && value.length() <= MAXIMUM_LENGTH;
        for (int i = 0; fits && i < value.length(); i++) {
            fits = isAllowed(value.charAt(i));
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    what + " must be 1 to " + MAXIMUM_LENGTH + " characters out of A-Z a-z 0-9 . _ -");
        }
        return value;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '_'
                || c == '.';
    }
}
