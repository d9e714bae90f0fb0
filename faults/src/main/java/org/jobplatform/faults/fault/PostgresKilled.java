package org.jobplatform.faults.fault;

import java.util.List;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Trial;

/** {@code kill -9} of PostgreSQL, postmaster and backends, under the load of two nodes. */
public final class PostgresKilled implements Fault {
    @Override
    public String name() {
        return "postgresql-killed";
    }

    @Override
    public String description() {
        return "kill -9 of PostgreSQL, postmaster and backends, under load";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial = Trial.onPostgres(lab, name(), 2).begin().load()) {
            for (int kill = 0; kill < lab.times(2, 20); kill++) {
                trial.awaitAcknowledged(30);
                long killed = System.nanoTime();
                lab.postgres().kill();
                trial.awaitUnavailable(killed);
                lab.postgres().startAgain();
                trial.awaitRecovery();
            }
            return List.of(trial.conclude());
        }
    }
}
