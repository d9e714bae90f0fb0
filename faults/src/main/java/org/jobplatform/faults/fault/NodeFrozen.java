package org.jobplatform.faults.fault;

import java.time.Duration;
import java.util.List;
import org.jobplatform.faults.judge.Start.Told;
import org.jobplatform.faults.trial.Jobs;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** SIGSTOP of a node for longer than others wait for it; it goes on when they have taken its runs over. */
public final class NodeFrozen implements Fault {
    private static final int RUNS = 8;

    @Override
    public String name() {
        return "node-frozen";
    }

    @Override
    public String description() {
        return "SIGSTOP of a node beyond its lease, another takes over, SIGCONT";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial = Trial.onPostgres(lab, name(), 2).begin()) {
            for (int run = 0; run < RUNS; run++) {
                if (trial.client().start(trial.turn(), "id-long-" + run, Jobs.LONG) != Told.ACKNOWLEDGED) {
                    trial.complain("a start was not taken before anything was broken");
                }
            }
            trial.awaitWork();
            trial.load().awaitAcknowledged(20);
            trial.noteDeath();
            trial.node(0).freeze();
            // A lease, a third of it and four seconds until others may take over; then their attempts are at work.
            Waiting.pass(Duration.ofSeconds(lab.leaseSeconds() * 4L / 3 + 7));
            trial.node(0).thaw();
            trial.awaitRecovery();
            trial.awaitAcknowledged(20);
            return List.of(trial.conclude());
        }
    }
}
