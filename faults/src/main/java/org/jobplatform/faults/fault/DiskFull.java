package org.jobplatform.faults.fault;

import java.util.List;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.SmallDisk;
import org.jobplatform.faults.trial.Trial;

/** The disk of the server's data folder is full, and has room again. */
public final class DiskFull implements Fault {
    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public String description() {
        return "the disk of the H2 file is full under load, and has room again (needs root)";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        if (!SmallDisk.isPossible()) {
            return List.of(Row.skipped(name(), "H2", "only root may mount a small disk"));
        }
        try (SmallDisk disk = SmallDisk.mount(lab.newFolder("disk"), 48);
                Trial trial = new Trial(lab, name(), Site.onH2(lab, disk.folder()))
                        .begin()
                        .load()) {
            for (int time = 0; time < lab.times(2, 20); time++) {
                trial.awaitAcknowledged(20);
                disk.fill();
                trial.awaitUnavailable(System.nanoTime());
                disk.makeRoom();
                trial.awaitRecovery();
            }
            trial.awaitAcknowledged(20);
            return trial.conclude();
        }
    }
}
