package org.jobplatform.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.jobplatform.faults.judge.Start.Told;
import org.jobplatform.faults.trial.Crowd;
import org.jobplatform.faults.trial.Jobs;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** Thousands of callbacks wait for a receiver that takes connections and never answers, and for one that is away. */
public final class HangingReceiver implements Fault {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int HEALTHY = 50;

    @Override
    public String name() {
        return "receiver-hangs";
    }

    @Override
    public String description() {
        return "thousands of callbacks wait for a hanging and a dead receiver; others must not wait for them";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        // Connections are taken by the system, and nobody ever reads from them.
        try (ServerSocket hanging = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
                Trial trial = new Trial(lab, name(), Site.onH2(lab, lab.newFolder(name()))).begin()) {
            int each = lab.times(150, 1_500);
            String hangs = "http://127.0.0.1:" + hanging.getLocalPort() + "/";
            Crowd.of(8, client -> {
                for (int run = 0; run < each; run++) {
                    String url = run % 4 == 0 ? "http://127.0.0.1:1025/" : hangs;
                    trial.startUnheard(Jobs.NOTHING, client + "-" + run, url);
                }
            });
            for (int run = 0; run < HEALTHY; run++) {
                callBack(trial, "healthy" + run);
            }
            return trial.conclude();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How long the slowest callback to a healthy receiver took, counts as detection. */
    private static void callBack(Trial trial, String number) {
        long begin = System.nanoTime();
        if (trial.start(Jobs.NOTHING, number) != Told.ACKNOWLEDGED) {
            trial.complain("a start was not taken for other runs' callbacks");
        }
        if (!Waiting.isTrueWithin(LONGEST, () -> trial.isCalledBack(trial.id(number)))) {
            trial.complain("a healthy receiver waited for more than " + LONGEST.toSeconds() + " s");
        }
        trial.noteDetection(Duration.ofNanos(System.nanoTime() - begin));
    }
}
