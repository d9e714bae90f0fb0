package org.jobplatform.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jobplatform.faults.judge.Verdict;
import org.jobplatform.faults.trial.Row;

/** Rows as Markdown, and below them everything that is wrong, in words. */
final class Table {
    private static final String HEAD = """
            | fault | database | acknowledged | lost | doubled | overlapping | not called back | detection | recovery | |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
            """;

    private final List<Row> rows = new ArrayList<>();

    void add(List<Row> more) {
        rows.addAll(more);
    }

    boolean isGood() {
        return rows.stream().noneMatch(Row::isBad);
    }

    String markdown() {
        StringBuilder text = new StringBuilder(HEAD);
        rows.forEach(row -> text.append(line(row)).append('\n'));
        rows.stream().filter(Row::isBad).forEach(row -> {
            text.append('\n').append(row.fault()).append(":\n");
            row.allComplaints()
                    .forEach(complaint -> text.append("- ").append(complaint).append('\n'));
        });
        return text.toString();
    }

    static String line(Row row) {
        return "| "
                + String.join(
                        " | ",
                        row.fault(),
                        row.database(),
                        number(row, Verdict::acknowledged),
                        number(row, Verdict::lost),
                        number(row, Verdict::doubled),
                        number(row, Verdict::overlapping),
                        number(row, Verdict::notCalledBack),
                        seconds(row.detection()),
                        seconds(row.recovery()),
                        row.remark().orElse(row.isBad() ? "**bad**" : "good"))
                + " |";
    }

    private static String number(Row row, Function<Verdict, Integer> figure) {
        return row.verdict()
                .map(figure)
                .map(found -> String.format(Locale.ROOT, "%,d", found))
                .orElse("");
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(found -> String.format(Locale.ROOT, "%.1f s", found.toMillis() / 1_000.0))
                .orElse("");
    }
}
