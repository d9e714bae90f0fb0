package org.jobplatform.faults.fault;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobplatform.faults.judge.Start.Told;
import org.jobplatform.faults.trial.Crowd;
import org.jobplatform.faults.trial.Jobs;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;

/** Runs are stopped, twice each and by whichever node, at the moment at which they end by themselves. */
public final class StopStorm implements Fault {
    private static final int CLIENTS = 10;

    @Override
    public String name() {
        return "stop-storm";
    }

    @Override
    public String description() {
        return "1,000 stops compete with each other and with the ends of their runs, on two nodes";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial = new Trial(lab, name(), Site.onPostgres(lab, 2)).begin()) {
            AtomicInteger acknowledged = new AtomicInteger();
            int each = lab.times(50, 500);
            Crowd.of(CLIENTS, client -> {
                for (int run = 0; run < each; run++) {
                    stopTwice(trial, client + "-" + run, acknowledged);
                }
            });
            if (acknowledged.get() == 0) {
                trial.complain("no stop came in time, so that nothing competed");
            }
            return trial.conclude();
        }
    }

    private static void stopTwice(Trial trial, String number, AtomicInteger acknowledged) {
        if (trial.start(Jobs.BRIEF, number) != Told.ACKNOWLEDGED) {
            trial.complain("a start was not taken though nothing was broken");
        }
        String id = trial.id(number);
        int wait = ThreadLocalRandom.current().nextInt(2 * Jobs.BRIEF_MILLIS);
        Crowd.of(2, stop -> {
            Crowd.pause(wait);
            if (trial.stop(id, stop == 0 ? "now" : "clean")) {
                acknowledged.incrementAndGet();
            }
        });
    }
}
