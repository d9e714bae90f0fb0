package org.jobplatform.domain.run;

/** Texts that come from without and are kept with a run: cut rather than refused, since the run matters more. */
final class BoundedText {
    private BoundedText() {}

    /** The text without NUL, which no database keeps, and with at most so many characters; no character is cut in two. */
    static String cut(String text, int most) {
        String clean = text.replace("\0", "");
        if (clean.length() <= most) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most);
    }
}
