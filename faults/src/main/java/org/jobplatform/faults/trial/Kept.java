package org.jobplatform.faults.trial;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.faults.judge.KeptRun;

/**
 * What the platform keeps, read from its tables.
 *
 * @param losses when attempts were settled whose node had died
 */
record Kept(List<KeptRun> runs, List<Instant> losses) {
    private static final String RUNS = "select id, argument, job_id, status from run where argument is not null";
    private static final String LOSSES = "select ended_at from run where status = 'LOST'"
            + " union all select ended_at from run_attempt where status = 'LOST'";

    static Kept read(Place place) {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            List<KeptRun> runs = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(RUNS)) {
                while (rows.next()) {
                    runs.add(new KeptRun(
                            rows.getString(1), rows.getString(2), Jobs.workOf(rows.getString(3)), rows.getString(4)));
                }
            }
            List<Instant> losses = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(LOSSES)) {
                while (rows.next()) {
                    Timestamp time = rows.getTimestamp(1);
                    losses.add(time.toInstant());
                }
            }
            return new Kept(runs, losses);
        } catch (SQLException failed) {
            throw new TrialFailed("the tables cannot be read", failed);
        }
    }
}
