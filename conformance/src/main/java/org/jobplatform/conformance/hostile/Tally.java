package org.jobplatform.conformance.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How many rules and trials each dialect has seen, and what went wrong. */
public final class Tally {
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private static final class Row {
        private final Set<String> rules = new TreeSet<>();
        private int trials;
        private int refused;
        private int bad;
    }

    void add(Trial trial, List<String> found) {
        GoodRequest origin = trial.request().origin();
        Row row = rows.computeIfAbsent(origin.dialect(), dialect -> new Row());
        row.rules.add(trial.rule().number());
        row.trials++;
        row.refused += trial.rule().mustBeTaken() ? 0 : 1;
        row.bad += found.isEmpty() ? 0 : 1;
        found.forEach(problem -> problems.add("row " + trial.rule().number() + ", " + origin.dialect() + " "
                + origin.name() + ", " + cut(trial.what()) + ": " + problem));
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + " ...";
    }

    /** Everything that went wrong, in words. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The counts as Markdown. */
    public String markdown() {
        StringBuilder table = new StringBuilder("""
                | dialect | rows of the corpus | requests | to be refused | to be taken | not as they must be |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """);
        rows.forEach((dialect, row) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %,d | %,d | %,d | %d |%n",
                dialect,
                row.rules.size(),
                row.trials,
                row.refused,
                row.trials - row.refused,
                row.bad)));
        return table.toString();
    }
}
