package org.jobplatform.faults.fault;

import java.time.Duration;
import java.util.List;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.PostgresServer;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** PostgreSQL is killed, restarted, frozen, and cuts its connections, under the load of two nodes. */
public final class PostgresBroken implements Fault {
    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String description() {
        return "kill -9 of PostgreSQL, an immediate restart, terminated backends, SIGSTOP, under load";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        PostgresServer postgres = lab.postgres();
        try (Trial trial = new Trial(lab, name(), Site.onPostgres(lab, 2)).begin()) {
            trial.phase("killed").load();
            for (int kill = 0; kill < lab.times(2, 20); kill++) {
                trial.awaitAcknowledged(20);
                breakAndMend(trial, postgres::kill, postgres::startAgain);
            }
            trial.phase("restarted at once").load();
            for (int restart = 0; restart < lab.times(1, 10); restart++) {
                trial.awaitAcknowledged(20);
                postgres.restartAtOnce();
                trial.awaitRecovery();
            }
            trial.phase("backends terminated").load();
            for (int storm = 0; storm < lab.times(5, 50); storm++) {
                trial.awaitAcknowledged(5);
                postgres.terminateBackends();
                trial.awaitRecovery();
            }
            trial.phase("frozen").load().awaitAcknowledged(20);
            breakAndMend(
                    trial,
                    () -> {
                        postgres.freeze();
                        Waiting.pass(Duration.ofSeconds(6));
                    },
                    postgres::thaw);
            trial.awaitAcknowledged(20);
            return trial.conclude();
        }
    }

    private static void breakAndMend(Trial trial, Runnable fault, Runnable end) {
        long begin = System.nanoTime();
        fault.run();
        trial.awaitUnavailable(begin);
        end.run();
        trial.awaitRecovery();
    }
}
