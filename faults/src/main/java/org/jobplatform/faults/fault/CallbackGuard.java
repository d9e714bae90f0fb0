package org.jobplatform.faults.fault;

import java.util.List;
import org.jobplatform.faults.judge.Start.Told;
import org.jobplatform.faults.trial.Jobs;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;

/** Starts that want the server to call where it must not: private networks, metadata services, nobody in particular. */
public final class CallbackGuard implements Fault {
    private static final List<String> FORBIDDEN = List.of(
            "http://10.1.2.3/",
            "http://192.168.0.1:8080/",
            "http://169.254.169.254/",
            "http://[fd00::1]/",
            "http://0/");

    @Override
    public String name() {
        return "private-callback";
    }

    @Override
    public String description() {
        return "starts name private addresses for their callbacks";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial = new Trial(lab, name(), Site.onH2(lab, lab.newFolder(name()))).begin()) {
            FORBIDDEN.forEach(url -> {
                Told told = trial.startUnheard(Jobs.NOTHING, "to" + FORBIDDEN.indexOf(url), url);
                if (told != Told.REFUSED) {
                    trial.complain("a callback to " + url + " was " + told);
                }
            });
            trial.load().awaitAcknowledged(10);
            return trial.conclude();
        }
    }
}
