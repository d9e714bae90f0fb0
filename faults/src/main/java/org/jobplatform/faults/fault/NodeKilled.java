package org.jobplatform.faults.fault;

import java.time.Duration;
import java.util.List;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** {@code kill -9} of one of two nodes; the other settles its runs. */
public final class NodeKilled implements Fault {
    @Override
    public String name() {
        return "node-killed";
    }

    @Override
    public String description() {
        return "kill -9 of one of two nodes under load; the other takes over";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial =
                new Trial(lab, name(), Site.onPostgres(lab, 2)).begin().load()) {
            for (int kill = 0; kill < lab.times(1, 10); kill++) {
                trial.awaitAcknowledged(30);
                trial.awaitWork();
                trial.noteDeath();
                trial.node(kill % 2).kill();
                Waiting.pass(Duration.ofSeconds(2L * lab.leaseSeconds() + 5));
                trial.node(kill % 2).start();
                trial.awaitRecovery();
            }
            return trial.conclude();
        }
    }
}
