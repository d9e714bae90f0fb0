package org.jobplatform.faults.fault;

import java.time.Duration;
import java.util.List;
import org.jobplatform.faults.proxy.ChaosProxy;
import org.jobplatform.faults.proxy.Mode;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.PostgresServer;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** The network between one of two nodes and PostgreSQL; the clients ask that node. */
public final class BadNetwork implements Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String description() {
        return "connections to PostgreSQL reset, slow, half open, cut; answers to COMMIT dropped";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        PostgresServer postgres = lab.postgres();
        try (ChaosProxy proxy = new ChaosProxy(postgres.port());
                Trial trial = new Trial(
                                lab,
                                name(),
                                Site.onPostgres(lab, postgres, 2, node -> node == 0 ? proxy.port() : postgres.port()))
                        .begin()
                        .askOnly(0)) {
            dropAnswers(trial.phase("answers to COMMIT dropped"), proxy, lab);
            resetConnections(trial.phase("connections reset"), proxy, lab);
            slowDown(trial.phase("slow"), proxy);
            cutOneWay(trial.phase("half open"), proxy);
            NodeFrozen.takeOver(
                    trial.phase("cut beyond the lease"),
                    lab,
                    () -> proxy.set(Mode.BLACK_HOLE),
                    () -> proxy.set(Mode.PASS));
            return trial.conclude();
        }
    }

    private static void dropAnswers(Trial trial, ChaosProxy proxy, Lab lab) {
        trial.load().awaitAcknowledged(20);
        proxy.set(Mode.DROP_COMMIT);
        Waiting.until("answers are dropped", PATIENCE, () -> proxy.dropped() >= lab.times(40, 400));
        proxy.set(Mode.PASS);
        trial.awaitRecovery();
    }

    private static void resetConnections(Trial trial, ChaosProxy proxy, Lab lab) {
        trial.load();
        for (int cut = 0; cut < lab.times(8, 80); cut++) {
            trial.awaitAcknowledged(3);
            proxy.cut();
        }
        proxy.set(Mode.RESET);
        trial.awaitUnavailable(System.nanoTime());
        proxy.set(Mode.PASS);
        trial.awaitRecovery();
    }

    private static void slowDown(Trial trial, ChaosProxy proxy) {
        trial.load().awaitAcknowledged(10);
        proxy.set(Mode.SLOW);
        Waiting.pass(Duration.ofSeconds(6));
        proxy.set(Mode.PASS);
        trial.awaitRecovery();
    }

    private static void cutOneWay(Trial trial, ChaosProxy proxy) {
        trial.load().awaitAcknowledged(10);
        long cut = System.nanoTime();
        proxy.set(Mode.DEAF);
        trial.awaitUnavailable(cut);
        Waiting.pass(Duration.ofSeconds(2));
        proxy.set(Mode.PASS);
        trial.awaitRecovery();
    }
}
