package org.jobplatform.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** {@code kill -9} of the server at moments that nobody chose, again and again on one H2 file. */
public final class ServerKilled implements Fault {
    private final int kills;

    /** Kills it so often in the short form, and ten times as often in the long one. */
    public ServerKilled(int kills) {
        this.kills = kills;
    }

    @Override
    public String name() {
        return "server-killed";
    }

    @Override
    public String description() {
        return "kill -9 of the server under load, repeated on one H2 file";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        try (Trial trial = new Trial(lab, name(), Site.onH2(lab, lab.newFolder(name())))
                .begin()
                .load()) {
            for (int kill = 0; kill < lab.times(kills, 10 * kills); kill++) {
                trial.awaitAcknowledged(30);
                Waiting.pass(Duration.ofMillis(ThreadLocalRandom.current().nextInt(300)));
                trial.noteDeath();
                trial.node(0).kill();
                trial.node(0).start();
                trial.awaitRecovery();
            }
            return trial.conclude();
        }
    }
}
