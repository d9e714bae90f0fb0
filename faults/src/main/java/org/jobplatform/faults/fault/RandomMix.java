package org.jobplatform.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jobplatform.faults.proxy.ChaosProxy;
import org.jobplatform.faults.proxy.Mode;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.PostgresServer;
import org.jobplatform.faults.trial.Row;
import org.jobplatform.faults.trial.Site;
import org.jobplatform.faults.trial.Trial;
import org.jobplatform.faults.trial.Waiting;

/** One fault after the other, chosen by a seed: nodes killed and frozen, networks cut, PostgreSQL killed. */
public final class RandomMix implements Fault {
    private static final int NODES = 3;
    private static final Mode[] NETWORKS = {Mode.BLACK_HOLE, Mode.DEAF, Mode.SLOW, Mode.RESET, Mode.DROP_COMMIT};

    private final long seed;
    private final Duration time;

    /** @param time how long it goes on */
    public RandomMix(long seed, Duration time) {
        this.seed = seed;
        this.time = time;
    }

    @Override
    public String name() {
        return "random-mix";
    }

    @Override
    public String description() {
        return "seed " + seed + ": kills, freezes and bad networks by chance for " + time.toMinutes() + " minutes";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        PostgresServer postgres = lab.postgres();
        Random random = new Random(seed);
        try (ChaosProxy proxy = new ChaosProxy(postgres.port());
                Trial trial = new Trial(
                                lab,
                                name(),
                                Site.onPostgres(
                                        lab, postgres, NODES, node -> node == 0 ? proxy.port() : postgres.port()))
                        .begin()
                        .load()) {
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                Waiting.pass(Duration.ofMillis(3_000 + random.nextInt(5_000)));
                int node = random.nextInt(NODES);
                switch (random.nextInt(4)) {
                    case 0 -> killNode(trial, node, random);
                    case 1 -> freezeNode(trial, node, lab, random);
                    case 2 -> spoilNetwork(proxy, lab, random);
                    default -> killPostgres(postgres);
                }
                trial.awaitRecovery();
            }
            return trial.conclude();
        }
    }

    private static void killNode(Trial trial, int node, Random random) {
        trial.noteDeath();
        trial.node(node).kill();
        Waiting.pass(Duration.ofMillis(random.nextInt(10_000)));
        trial.node(node).start();
    }

    private static void freezeNode(Trial trial, int node, Lab lab, Random random) {
        trial.noteDeath();
        trial.node(node).freeze();
        Waiting.pass(Duration.ofMillis(random.nextInt(lab.leaseSeconds() * 3_000)));
        trial.node(node).thaw();
    }

    private static void spoilNetwork(ChaosProxy proxy, Lab lab, Random random) {
        proxy.set(NETWORKS[random.nextInt(NETWORKS.length)]);
        Waiting.pass(Duration.ofMillis(random.nextInt(lab.leaseSeconds() * 3_000)));
        proxy.set(Mode.PASS);
    }

    private static void killPostgres(PostgresServer postgres) {
        postgres.kill();
        Waiting.pass(Duration.ofSeconds(2));
        postgres.startAgain();
    }
}
