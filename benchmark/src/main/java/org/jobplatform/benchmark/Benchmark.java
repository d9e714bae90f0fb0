package org.jobplatform.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jobplatform.benchmark.server.H2Database;
import org.jobplatform.benchmark.server.PostgresCluster;

/** Carries a plan out. */
final class Benchmark {
    private final Plan plan;
    private final Path folder;
    private final Table table;
    private String machine = Machine.description();

    /** @param folder for everything; left to the caller to remove */
    Benchmark(Plan plan, Path folder, Table table) {
        this.plan = plan;
        this.folder = folder;
        this.table = table;
    }

    /** The table, and above it what it was measured on. */
    String run() throws SQLException {
        if (plan.databases().contains("postgresql")) {
            try (PostgresCluster cluster = PostgresCluster.start(folder)) {
                machine += "\n\n" + cluster.description();
                onPostgres(cluster);
            }
        }
        if (plan.databases().contains("h2")) {
            for (long history : plan.histories()) {
                if (history <= plan.h2Most()) {
                    Path place = make("h2-" + history);
                    new Scenario(plan, new H2Database(place), place, history, table).run();
                }
            }
        }
        table.ratio("ratio to db-scheduler: ended", Rows.COMPLETED, Rows.REFERENCE_COMPLETED, References.COLUMN);
        table.ratio("ratio to db-scheduler: drain", Rows.DRAIN, Rows.REFERENCE_DRAIN, References.COLUMN);
        table.ratio("ratio to single-row inserts", Rows.STARTS, Rows.INSERTS, References.COLUMN);
        table.ratio("ratio to an insert and two updates", Rows.COMPLETED, Rows.INSERTS_AND_UPDATES, References.COLUMN);
        return machine + "\n\n" + table.markdown();
    }

    private void onPostgres(PostgresCluster cluster) throws SQLException {
        if (plan.has(Measurement.REFERENCE)) {
            cluster.create("reference");
            new References(plan, cluster.url("reference"), table).run();
            cluster.drop("reference");
        }
        for (long history : plan.histories()) {
            String name = "history_" + history;
            new Scenario(plan, cluster.create(name), make("postgresql-" + history), history, table).run();
            cluster.drop(name);
        }
    }

    private Path make(String name) {
        try {
            return Files.createDirectory(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
