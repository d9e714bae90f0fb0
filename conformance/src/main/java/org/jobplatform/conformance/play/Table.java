package org.jobplatform.conformance.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many cases went how, a row for each dialect, as Markdown. */
public final class Table {
    private final List<String> rows = new ArrayList<>();

    /** Adds the row of a dialect. */
    public void add(String dialect, List<Outcome> outcomes, double seconds) {
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.1f |%n",
                dialect,
                outcomes.size(),
                count(outcomes, Outcome.Kind.PASSED),
                count(outcomes, Outcome.Kind.FAILED) + count(outcomes, Outcome.Kind.CLOSED),
                count(outcomes, Outcome.Kind.GAP),
                seconds));
    }

    private static long count(List<Outcome> outcomes, Outcome.Kind kind) {
        return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
    }

    /** The table. */
    public String markdown() {
        return """
                | dialect | cases | as written | not | known gaps | seconds |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """ + String.join("", rows);
    }
}
