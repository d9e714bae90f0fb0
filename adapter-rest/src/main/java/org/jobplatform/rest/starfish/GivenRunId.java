package org.jobplatform.rest.starfish;

import java.util.Optional;
import org.jobplatform.domain.run.RunId;

/**
 * A run's id as a caller writes it.
 *
 * @param spelling in any case, a GUID perhaps in braces
 */
record GivenRunId(String spelling, RunId id) {
    private static final String ZEROS = "00000000-0000-0000-0000-000000000000";

    /** The text as an id that a caller may give to a run: a GUID other than that of zeros. */
    static Optional<GivenRunId> ofNewRun(String text) {
        return of(text).filter(given -> given.id.isGuid() && !given.id.value().equals(ZEROS));
    }

    /** The text as the id of any run, whoever has started it. */
    static Optional<GivenRunId> of(String text) {
        try {
            return Optional.of(new GivenRunId(text, new RunId(withoutBraces(text))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String withoutBraces(String text) {
        return text.length() > 2 && text.startsWith("{") && text.endsWith("}")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
