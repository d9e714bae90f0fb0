package org.jobplatform.domain.access;

/** A password that somebody has chosen: {@value #SHORTEST} to {@value #LONGEST} characters of any kind but NUL. */
public record NewPassword(String text) {
    /** Shortest password, in characters. */
    public static final int SHORTEST = 12;

    /** Longest password, in characters. */
    public static final int LONGEST = 1_000;

    /** @throws IllegalArgumentException when it is too short or too long; the message does not repeat it */
    public NewPassword {
        int characters = text.codePointCount(0, text.length());
        if (characters < SHORTEST || characters > LONGEST || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a password must have " + SHORTEST + " to " + LONGEST + " characters and no NUL");
        }
    }

    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
