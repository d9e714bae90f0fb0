package org.jobplatform.benchmark.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.benchmark.http.WallClock;
import org.jspecify.annotations.Nullable;

/** Reads the database itself, beside the server. */
final class SqlStoredRuns implements StoredRuns {
    private final Connection connection;

    SqlStoredRuns(Connection connection) {
        this.connection = connection;
    }

    @Override
    public boolean isAnyUnfinished(String job) {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from run where job_id = ? and ended_at is null limit 1")) {
            statement.setString(1, job);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public List<StoredRun> of(String job) {
        List<StoredRun> runs = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, status, created_at, started_at, ended_at from run where job_id = ?")) {
            statement.setString(1, job);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    runs.add(new StoredRun(
                            rows.getString(1),
                            rows.getString(2),
                            micros(rows.getTimestamp(3)),
                            micros(rows.getTimestamp(4)),
                            micros(rows.getTimestamp(5))));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return runs;
    }

    private static long micros(@Nullable Timestamp time) {
        return time == null ? 0 : WallClock.micros(time.toInstant());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
