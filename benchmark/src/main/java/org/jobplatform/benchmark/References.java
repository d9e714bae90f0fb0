package org.jobplatform.benchmark;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jobplatform.benchmark.measure.Rate;
import org.jobplatform.benchmark.reference.DbScheduler;
import org.jobplatform.benchmark.reference.SingleRowCommits;

/** Measures what the server is compared with; the best of several settings counts. */
final class References {
    static final String COLUMN = "reference";

    private static final List<Integer> THREADS = List.of(20, 50);
    private static final List<Integer> CONNECTIONS = List.of(8, 16, 32, 64);

    private final Plan plan;
    private final String url;
    private final Table table;

    /** @param url of a PostgreSQL database, for nothing else */
    References(Plan plan, String url, Table table) {
        this.plan = plan;
        this.url = url;
        this.table = table;
    }

    void run() throws SQLException {
        SingleRowCommits commits = new SingleRowCommits(url);
        table.put(Rows.INSERTS, COLUMN, best(CONNECTIONS, count -> commits.inserts(plan.time(), count)));
        table.put(
                Rows.INSERTS_AND_UPDATES,
                COLUMN,
                best(CONNECTIONS, count -> commits.insertsWithTwoUpdates(plan.time(), count)));
        for (int threads : THREADS) {
            try (DbScheduler scheduler = new DbScheduler(url, threads)) {
                scheduler.completed(plan.warmUp(), threads);
                keepBest(Rows.REFERENCE_COMPLETED, scheduler.completed(plan.time(), threads));
                keepBest(Rows.REFERENCE_DRAIN, scheduler.drain(plan.queue(), threads));
                table.put(
                        Rows.REFERENCE_LATENCY + ", " + threads + " threads, " + plan.rate() + "/s",
                        COLUMN,
                        scheduler.latency(plan.rate(), plan.latencyTime()).text());
            }
        }
    }

    private void keepBest(String row, Rate rate) {
        if (rate.perSecond() > table.rate(row, COLUMN)) {
            table.put(row, COLUMN, rate);
        }
    }

    private static Rate best(List<Integer> choices, Function<Integer, Rate> measured) {
        return choices.stream()
                .map(measured)
                .max(Comparator.comparingDouble(Rate::perSecond))
                .orElseThrow();
    }
}
