package org.jobplatform.conformance.play;

import java.util.Optional;

/** What became of one case. */
public record Outcome(String dialect, String script, String title, Kind kind, Optional<String> why) {
    /** How it went. */
    public enum Kind {
        /** As written. */
        PASSED("ok"),
        /** Not as written. */
        FAILED("FAILED"),
        /** Not as written, which the case itself says. */
        GAP("gap"),
        /** As written, although the case says that it would not: the remark has to go. */
        CLOSED("FAILED, the gap is closed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is printed. */
        public String word() {
            return word;
        }
    }

    /** Whether it makes the whole suite fail. */
    public boolean isBad() {
        return kind == Kind.FAILED || kind == Kind.CLOSED;
    }

    /** In one line; more when it is bad. */
    public String text() {
        String line = kind.word() + "  " + dialect + "/" + script + ": " + title;
        return switch (kind) {
            case PASSED, CLOSED -> line;
            case GAP -> line + " (" + why.orElse("") + ")";
            case FAILED -> line + "\n" + why.orElse("").indent(4).stripTrailing();
        };
    }
}
