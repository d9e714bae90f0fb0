package org.jobplatform.faults.fault;

import java.util.List;
import org.jobplatform.faults.judge.Start.Told;
import org.jobplatform.faults.trial.Crowd;
import org.jobplatform.faults.trial.Jobs;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;

/** The same start, sent 64 times at the same moment to three nodes. */
public final class SameKey implements Fault {
    private static final int CLIENTS = 64;

    @Override
    public String name() {
        return "same-key";
    }

    @Override
    public String description() {
        return "the same start is sent by 64 clients at once to three nodes";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial = new Trial(lab, name(), Site.onPostgres(lab, 3)).begin()) {
            for (int start = 0; start < lab.times(25, 200); start++) {
                String key = (start % 2 == 0 ? "id." : "key.") + start;
                Jobs job = start % 5 == 0 ? Jobs.ONCE : Jobs.NOTHING;
                Crowd.of(CLIENTS, client -> {
                    Told told = trial.client().start(trial.turn(), key, job);
                    if (told != Told.ACKNOWLEDGED) {
                        trial.complain("client " + client + " was told that " + key + " is " + told);
                    }
                });
            }
            return trial.conclude();
        }
    }
}
