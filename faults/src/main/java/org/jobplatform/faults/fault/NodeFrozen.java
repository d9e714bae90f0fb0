package org.jobplatform.faults.fault;

import java.time.Duration;
import java.util.List;
import org.jobplatform.faults.judge.Start.Told;
import org.jobplatform.faults.trial.Jobs;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** SIGSTOP of one of two nodes: shorter than others wait, and longer, so that it goes on when its runs have been taken over. */
public final class NodeFrozen implements Fault {
    private static final int RUNS = 8;

    @Override
    public String name() {
        return "node-frozen";
    }

    @Override
    public String description() {
        return "SIGSTOP of a node, shorter than its lease and longer; another takes over, SIGCONT";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial = new Trial(lab, name(), Site.onPostgres(lab, 2)).begin()) {
            freezeShortly(trial.phase("shorter than its lease"), lab);
            takeOver(
                    trial.phase("beyond its lease"),
                    lab,
                    () -> trial.node(0).freeze(),
                    () -> trial.node(0).thaw());
            return trial.conclude();
        }
    }

    private static void freezeShortly(Trial trial, Lab lab) {
        trial.load().awaitAcknowledged(20);
        for (int freeze = 0; freeze < lab.times(5, 30); freeze++) {
            trial.node(0).freeze();
            // With the third of a lease that may have gone by since the lease was renewed, below the two thirds at
            // which the
            // node would stop its own runs.
            Waiting.pass(Duration.ofMillis(lab.leaseSeconds() * 200L));
            trial.node(0).thaw();
            trial.awaitRecovery();
            Waiting.pass(Duration.ofSeconds(1));
        }
        if (trial.losses() > 0) {
            trial.complain("runs of a living node were taken for lost: " + trial.losses());
        }
    }

    /** Breaks node 0 under runs that last longer than it takes others to take them over, then lets it go on. */
    static void takeOver(Trial trial, Lab lab, Runnable fault, Runnable end) {
        for (int run = 0; run < RUNS; run++) {
            if (trial.start(Jobs.LONG, "long" + run) != Told.ACKNOWLEDGED) {
                trial.complain("a start was not taken before anything was broken");
            }
        }
        trial.load().awaitAcknowledged(20);
        trial.awaitWork();
        trial.noteDeath();
        fault.run();
        // A lease, a third of it and four seconds until others may take over; then their attempts are at work.
        Waiting.pass(Duration.ofSeconds(lab.leaseSeconds() * 4L / 3 + 7));
        end.run();
        trial.awaitRecovery();
        trial.awaitAcknowledged(20);
    }
}
