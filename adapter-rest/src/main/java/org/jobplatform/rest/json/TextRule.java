package org.jobplatform.rest.json;

import org.jspecify.annotations.Nullable;

/** What text may hold. Lengths count code points. */
enum TextRule {
    /** Anything a database and a command line can carry: no NUL, no half of a surrogate pair. */
    FREE,
    /** As free, and no control characters: what is shown as a name or used as an id. */
    NAME;

    /** What is wrong with the text, or null. */
    @Nullable
    String problem(String text, int maxLength) {
        if (text.codePointCount(0, text.length()) > maxLength) {
            return "is longer than " + maxLength + " characters";
        }
        if (text.codePoints().anyMatch(this::refused)) {
            return this == NAME ? "holds a control character" : "holds a character that cannot be stored";
        }
        return null;
    }

    private boolean refused(int character) {
        return character == 0
                || Character.getType(character) == Character.SURROGATE
                || (this == NAME && Character.isISOControl(character));
    }
}
