package org.jobplatform.benchmark;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jobplatform.benchmark.measure.Rate;

/** Figures by what was measured and where, as Markdown. What comes in is told at once. */
final class Table {
    private final PrintStream progress;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /** @param progress told of every figure as it is known */
    Table(PrintStream progress) {
        this.progress = progress;
    }

    void put(String row, String column, String text) {
        columns.add(column);
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>()).put(column, text);
        progress.println("benchmark: " + column + ": " + row + ": " + text);
    }

    void put(String row, String column, Rate rate) {
        rates.computeIfAbsent(row, name -> new LinkedHashMap<>()).put(column, rate.perSecond());
        put(row, column, rate.text());
    }

    /** The rate that is known, or 0. */
    double rate(String row, String column) {
        return rates.getOrDefault(row, Map.of()).getOrDefault(column, 0.0);
    }

    /** Adds a row with the first rate of each column divided by the one rate of the second, where both are known. */
    void ratio(String row, String numerator, String denominator, String reference) {
        double below = rate(denominator, reference);
        if (below > 0) {
            rates.getOrDefault(numerator, Map.of())
                    .forEach((column, rate) -> put(row, column, String.format(Locale.ROOT, "%.2f", rate / below)));
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder("| |");
        columns.forEach(column -> text.append(' ').append(column).append(" |"));
        text.append("\n| --- |").append(" --- |".repeat(columns.size())).append('\n');
        rows.forEach((row, cells) -> {
            text.append("| ").append(row).append(" |");
            columns.forEach(column ->
                    text.append(' ').append(cells.getOrDefault(column, "")).append(" |"));
            text.append('\n');
        });
        return text.toString();
    }
}
