package org.jobplatform.benchmark.reference;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobplatform.benchmark.http.WallClock;
import org.jobplatform.benchmark.measure.Rate;

/** What PostgreSQL itself does when every row is a transaction of its own, as pgbench measures it. */
public final class SingleRowCommits {
    private static final String INSERT = "insert into single_row (id, status, payload) values (?, 'QUEUED', ?)";
    private static final String UPDATE = "update single_row set status = ? where id = ?";
    private static final String PAYLOAD = "x".repeat(300);

    private final String url;

    /**
     * Makes its table.
     *
     * @param url of a PostgreSQL database
     */
    public SingleRowCommits(String url) throws SQLException {
        this.url = url;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists single_row"
                    + " (id varchar(64) primary key, status varchar(32) not null, payload text not null)");
        }
    }

    /** Rows inserted. */
    public Rate inserts(Duration time, int connections) {
        return measure(time, connections, 0);
    }

    /** Rows inserted and then updated twice, in three transactions. */
    public Rate insertsWithTwoUpdates(Duration time, int connections) {
        return measure(time, connections, 2);
    }

    private Rate measure(Duration time, int connections, int updates) {
        AtomicInteger rows = new AtomicInteger();
        long begin = WallClock.micros();
        long end = begin + time.toMillis() * 1_000;
        Parallel.run(connections, () -> {
            try (Connection connection = DriverManager.getConnection(url);
                    PreparedStatement insert = connection.prepareStatement(INSERT);
                    PreparedStatement update = connection.prepareStatement(UPDATE)) {
                while (WallClock.micros() < end) {
                    String id = UUID.randomUUID().toString();
                    insert.setString(1, id);
                    insert.setString(2, PAYLOAD);
                    insert.executeUpdate();
                    for (int i = 0; i < updates; i++) {
                        update.setString(1, i == 0 ? "RUNNING" : "COMPLETED");
                        update.setString(2, id);
                        update.executeUpdate();
                    }
                    rows.incrementAndGet();
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        return new Rate(rows.get(), WallClock.micros() - begin, connections);
    }
}
