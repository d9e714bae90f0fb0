package org.jobplatform.benchmark.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the table of the runs: 80 days of runs of 50 jobs in 10 projects, in even steps, every twentieth failed. Names of
 * columns are all that is known of the schema; what is not named gets its default.
 */
public enum History {
    /** In the words of H2. */
    ON_H2(
            "system_range(%d, %d)",
            "dateadd(microsecond, x * %d, timestamp with time zone '%s')",
            "dateadd(millisecond, %d, created)",
            "cast(random_uuid(7) as varchar)"),
    /** In the words of PostgreSQL. */
    ON_POSTGRESQL(
            "generate_series(cast(%d as bigint), cast(%d as bigint)) as series(x)",
            "timestamp with time zone '%2$s' + x * %1$d * interval '1 microsecond'",
            "created + %d * interval '1 millisecond'",
            """
            regexp_replace(lpad(to_hex(cast(extract(epoch from created) * 1000 as bigint)), 12, '0')
              || '7' || substr(md5(cast(x as text)), 1, 3) || '8' || substr(md5(cast(x as text)), 4, 15),
              '(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5')""") {
        @Override
        List<String> secondaryIndexes(Statement statement) throws SQLException {
            return texts(
                    statement,
                    "select indexname || '|' || indexdef from pg_indexes where tablename = 'run'"
                            + " and indexname not in (select conname from pg_constraint)");
        }
    };

    private static final Duration SPAN = Duration.ofDays(80);
    private static final long PORTION = 500_000;

    private final String series;
    private final String created;
    private final String later;
    private final String id;

    History(String series, String created, String later, String id) {
        this.series = series;
        this.created = created;
        this.later = later;
        this.id = id;
    }

    /** Adds so many ended runs, numbers those to come above them, and refreshes the planner's statistics. */
    public void fill(Connection connection, long runs) throws SQLException {
        String begin = Instant.now().minus(SPAN).truncatedTo(ChronoUnit.MICROS).toString();
        long step = SPAN.toMillis() * 1_000 / runs;
        try (Statement statement = connection.createStatement()) {
            List<String> indexes = secondaryIndexes(statement);
            for (String index : indexes) {
                statement.execute("drop index " + index.substring(0, index.indexOf('|')));
            }
            for (long from = 0; from < runs; from += PORTION) {
                statement.execute(insert(from, Math.min(from + PORTION, runs) - 1, step, begin));
            }
            for (String index : indexes) {
                statement.execute(index.substring(index.indexOf('|') + 1));
            }
            statement.execute("update number_block set next_value = " + (runs + 1) + " where name = 'run'");
            statement.execute("analyze");
        }
    }

    private String insert(long first, long last, long step, String begin) {
        return """
            insert into run (id, number, fingerprint, job_id, job_federated_id, job_project, job_name, job_name_folded,
              job_type, parameters, rows_begin, threads, logging_level, priority, dialect, requester, source, status,
              since, message, progress_percent, rows_total, rows_inserted, rows_updated, rows_deleted, rows_failed,
              rows_skipped, rows_ignored, attempt, created_at, started_at, ended_at, version)
            select %s, x + 1, lpad(cast(x as varchar), 64, '0'), 'history' || mod(x, 50), 'history' || mod(x, 50),
              'History/' || mod(x, 10), 'History ' || mod(x, 50), 'history ' || mod(x, 50), 'MTT', '{}', 1, 1, 2, 0,
              case when mod(x, 3) = 0 then 'INFORMATICA' else 'NATIVE' end, 'admin', '',
              case when mod(x, 20) = 7 then 'FAILED' else 'COMPLETED' end, %4$s,
              case when mod(x, 20) = 7 then 'exit code 3' else '' end, 100, 0, 0, 0, 0, 0, 0, 0, 1,
              created, %3$s, %4$s, 2
            from (select x, %2$s as created from %5$s) as wanted""".formatted(
                        id,
                        created.formatted(step, begin),
                        later.formatted(2),
                        later.formatted(1_500),
                        series.formatted(first, last));
    }

    /** Indexes that are cheaper to make again than to keep up, each as its name, a bar, and what makes it. */
    List<String> secondaryIndexes(Statement statement) throws SQLException {
        return List.of();
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
