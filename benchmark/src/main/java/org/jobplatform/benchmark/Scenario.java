package org.jobplatform.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jobplatform.benchmark.measure.CompletedRuns;
import org.jobplatform.benchmark.measure.Drain;
import org.jobplatform.benchmark.measure.DurableStarts;
import org.jobplatform.benchmark.measure.Percentiles;
import org.jobplatform.benchmark.measure.Rate;
import org.jobplatform.benchmark.measure.Reads;
import org.jobplatform.benchmark.measure.ServerUnderTest;
import org.jobplatform.benchmark.measure.StartLatency;
import org.jobplatform.benchmark.server.ServerProcess;
import org.jobplatform.benchmark.server.TestedDatabase;

/** All measurements of the server on one database with one length of history: a column of the table. */
final class Scenario {
    private static final int READS = 200;

    private final Plan plan;
    private final TestedDatabase database;
    private final Path folder;
    private final long history;
    private final Table table;
    private final String column;

    /** @param folder for the data and the logs of the servers */
    Scenario(Plan plan, TestedDatabase database, Path folder, long history, Table table) {
        this.plan = plan;
        this.database = database;
        this.folder = folder;
        this.history = history;
        this.table = table;
        this.column = String.format(Locale.ROOT, "%s, %,d runs in history", database.name(), history);
    }

    void run() throws SQLException {
        if (history > 0) {
            fill();
        }
        if (plan.needsWorkers()) {
            try (ServerUnderTest server = start(plan.workers())) {
                server.warmUp(plan.warmUp(), plan.connections().getFirst());
                measure(server);
            }
        }
        // What is queued on a node without workers stays in the database, so this comes last.
        if (plan.has(Measurement.STARTS)) {
            try (ServerUnderTest server = start(0)) {
                DurableStarts.measure(server, plan.warmUp(), plan.connections().getFirst());
                best(Rows.STARTS, server, count -> DurableStarts.measure(server, plan.time(), count));
            }
        }
    }

    private void fill() throws SQLException {
        start(0).close();
        try (Connection connection = database.connect()) {
            database.history().fill(connection, history);
        }
    }

    private ServerUnderTest start(int workers) {
        ServerProcess process = ServerProcess.start(plan.installation(), folder, database.settings(), workers);
        table.put("start to ready", column, process.startTime().toMillis() + " ms");
        table.put("memory when ready", column, process.residentMebibytes() + " MiB");
        return new ServerUnderTest(process, database.runs(process.address()));
    }

    private void measure(ServerUnderTest server) {
        double half = 0;
        if (plan.has(Measurement.COMPLETED)) {
            half = best(Rows.COMPLETED, server, count -> completed(server, count))
                            .perSecond()
                    / 2;
        }
        if (plan.has(Measurement.CALLBACKS)) {
            best(Rows.CALLBACKS, server, count -> CompletedRuns.measureWithCallbacks(server, plan.time(), count));
        }
        if (plan.has(Measurement.DRAIN)) {
            // The first is the warm-up: no load before it has claimed what waits.
            Drain.measure(server, plan.workers(), plan.queue());
            one(Rows.DRAIN, server, Drain.measure(server, plan.workers(), plan.queue()));
        }
        if (plan.has(Measurement.LATENCY)) {
            latency(server, plan.rate(), plan.rate() + " starts/s");
            double load = half > 0
                    ? half
                    : completed(server, plan.connections().getFirst()).perSecond() / 2;
            latency(server, load, "half load");
            table.put("half load", column, String.format(Locale.ROOT, "%,.0f starts/s", load));
        }
        if (plan.has(Measurement.READS)) {
            Reads.measure(server, READS)
                    .forEach((list, times) -> table.put("GET " + list + ", p50 / p99", column, times.text(50, 99)));
        }
        table.put("memory at the end", column, server.residentMebibytes() + " MiB");
    }

    private Rate completed(ServerUnderTest server, int connections) {
        return CompletedRuns.measure(server, ServerUnderTest.NOOP, plan.time(), connections);
    }

    private void latency(ServerUnderTest server, double perSecond, String load) {
        StartLatency latency = StartLatency.measure(server, perSecond, plan.latencyTime());
        latency("sent to acknowledged", load, latency.acknowledged());
        latency("sent to the run's startedAt", load, latency.started());
        latency("sent to the run's endedAt", load, latency.ended());
        latency("sent to the answer that it has ended", load, latency.seen());
    }

    private void latency(String what, String load, Percentiles times) {
        table.put(what + " at " + load + ", p50 / p95 / p99", column, times.text());
    }

    private Rate best(String row, ServerUnderTest server, IntFunction<Rate> measured) {
        Rate best = plan.connections().stream()
                .map(measured::apply)
                .max(Comparator.comparingDouble(Rate::perSecond))
                .orElseThrow();
        one(row, server, best);
        return best;
    }

    private void one(String row, ServerUnderTest server, Rate rate) {
        table.put(row, column, rate);
        table.put("memory after " + row, column, server.residentMebibytes() + " MiB");
    }
}
