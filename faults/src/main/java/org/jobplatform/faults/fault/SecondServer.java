package org.jobplatform.faults.fault;

import java.util.List;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;

/** A second server on the H2 file of one that works. */
public final class SecondServer implements Fault {
    @Override
    public String name() {
        return "second-server";
    }

    @Override
    public String description() {
        return "a second server is started on the same H2 file under load";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial = new Trial(lab, name(), Site.onH2(lab, lab.newFolder(name())))
                        .begin()
                        .load();
                Site second = Site.onH2(lab, trial.node(0).folder())) {
            trial.awaitAcknowledged(20);
            try {
                second.nodes().getFirst().start();
                trial.complain("the second server was not refused");
            } catch (IllegalStateException refused) {
                if (!String.valueOf(refused.getMessage()).contains("another server is using")) {
                    trial.complain("the second server ended without saying why: " + refused.getMessage());
                }
            }
            trial.awaitRecovery();
            trial.awaitAcknowledged(20);
            return trial.conclude();
        }
    }
}
