package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;

/**
 * One life of some nodes: starts, stops, turns of loops, outages, frozen and dying nodes, in an order that a seed decides.
 * While a runner is at work the world goes on around it. At the end all is mended, and what was promised is asserted.
 */
final class RandomLives {
    private static final int STEPS = 60;
    private static final int DEEPEST = 4;

    private final World world = new World();
    private final Random random;
    private final List<NodeFixture> nodes = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Set<RunId> accepted = new HashSet<>();
    private final Map<RunId, List<AtWork>> atWork = new HashMap<>();
    private final Map<RunId, Integer> begun = new HashMap<>();
    private int depth;
    private int starts;
    private boolean mended;

    /** An attempt whose runner is at work on a node. */
    private record AtWork(RunContext context, NodeFixture node) {}

    RandomLives(long seed, int count) {
        random = new Random(seed);
        for (int i = 0; i < count; i++) {
            nodes.add(world.node("node-" + i, 1 + random.nextInt(3)));
        }
        jobs.add(world.job("plain"));
        jobs.add(world.job("repeatable", World.Definition::repeatable));
        jobs.add(world.job(
                "retried", plain -> plain.retried(3, Duration.ofSeconds(2)).lasting(Duration.ofSeconds(9))));
        jobs.add(world.job("one", plain -> plain.repeatable().limited(1, Concurrency.WhenFull.QUEUE)));
        jobs.add(world.job("newest", plain -> plain.limited(1, Concurrency.WhenFull.REPLACE)));
        world.script = this::carryOut;
        world.notifier = delivery -> random.nextInt(4) == 0
                ? new DeliveryResult.Unreachable("by chance")
                : new DeliveryResult.Confirmed(200);
        nodes.forEach(this::connect);
    }

    /** Plays it to its end; returns how many starts were accepted. */
    int play() {
        for (int i = 0; i < STEPS; i++) {
            step();
        }
        mend();
        check();
        return accepted.size();
    }

    private void step() {
        int index = random.nextInt(nodes.size());
        NodeFixture node = nodes.get(index);
        switch (random.nextInt(18)) {
            case 0, 1, 2 -> start(node);
            case 3 -> stop(node);
            case 4, 5 -> node.runThreads.runOne();
            case 6 -> node.dispatcher.step();
            case 7 -> node.writeBehind.step();
            case 8 -> node.watch.step();
            case 9 -> node.reap.step();
            case 10 -> node.deliver.step();
            case 11 -> node.callbackThreads.runOne();
            case 12, 13 -> world.pass(Duration.ofSeconds(1 + random.nextInt(4)));
            case 14 -> disturb(node);
            case 15, 16 -> pauseOrResume(node);
            default -> replaceByChance(index);
        }
    }

    private void start(NodeFixture node) {
        Job job = jobs.get(random.nextInt(jobs.size()));
        StartCommand command =
                World.start(job, "run-" + (random.nextInt(5) == 0 ? random.nextInt(starts + 1) : starts++));
        try {
            accepted.add(node.started(command).id());
        } catch (StorageUnavailable unknown) {
            // Zero or one run; the caller may ask again, or never.
            return;
        } catch (RunFailure.Conflicting reused) {
            return;
        }
    }

    private void stop(NodeFixture node) {
        if (accepted.isEmpty()) {
            return;
        }
        RunId id = new ArrayList<>(accepted).get(random.nextInt(accepted.size()));
        try {
            node.stopped(
                    id, List.of(StopMode.CLEAN, StopMode.NOW, StopMode.KILL).get(random.nextInt(3)));
        } catch (StorageUnavailable | RunFailure.NotAllowed refused) {
            return;
        }
    }

    private void pauseOrResume(NodeFixture node) {
        if (accepted.isEmpty()) {
            return;
        }
        RunId id = new ArrayList<>(accepted).get(random.nextInt(accepted.size()));
        try {
            if (random.nextBoolean()) {
                node.pause.pause(id);
            } else {
                node.resume.resume(id);
            }
        } catch (StorageUnavailable | RunFailure.NotAllowed refused) {
            return;
        }
    }

    private void disturb(NodeFixture node) {
        switch (random.nextInt(4)) {
            case 0 -> node.outages.begin();
            case 1 -> node.freeze(random.nextBoolean());
            default -> connect(node);
        }
    }

    /** Calls are lost by chance from now on. */
    private void connect(NodeFixture node) {
        int lost = random.nextInt(3) * 8;
        node.outages.plan((number, call) -> {
            if (random.nextInt(100) >= lost) {
                return Outages.Fault.NONE;
            }
            return random.nextBoolean() ? Outages.Fault.BEFORE : Outages.Fault.AFTER;
        });
    }

    /** The process dies and is started again. */
    private void replaceByChance(int index) {
        if (random.nextInt(4) == 0) {
            nodes.get(index).die();
            nodes.set(index, world.node("node-" + index, 1 + random.nextInt(3)));
        }
    }

    private RunOutcome carryOut(RunContext context) {
        RunId id = context.run().id();
        NodeFixture node = nodeOf(context);
        atWork.getOrDefault(id, List.of()).forEach(other -> requireGivenUp(other, context));
        begun.merge(id, 1, Integer::sum);
        AtWork work = new AtWork(context, node);
        atWork.computeIfAbsent(id, run -> new ArrayList<>()).add(work);
        depth++;
        for (int i = random.nextInt(6); i > 0 && depth < DEEPEST && !mended; i--) {
            context.progress(random.nextInt(100), Optional.of("row " + i));
            context.log(LogSeverity.INFO, "row " + i);
            step();
        }
        depth--;
        atWork.get(id).remove(work);
        if (context.stopRequested().isPresent()) {
            return new RunOutcome.Stopped("as asked");
        }
        return random.nextInt(3) == 0 ? new RunOutcome.Failed("by chance") : new RunOutcome.Completed();
    }

    private NodeFixture nodeOf(RunContext context) {
        return nodes.stream()
                .filter(node -> node.live.all().stream().anyMatch(context::equals))
                .findAny()
                .orElseThrow();
    }

    /** Two attempts of a run are at work together only when the older one was killed, or its process is dead or frozen. */
    private static void requireGivenUp(AtWork older, RunContext newer) {
        if (older.node().isAlive()) {
            assertThat(older.context().stopRequested())
                    .as(
                            "attempt %s of %s while attempt %s begins",
                            older.context().run().attempt(),
                            newer.run().id(),
                            newer.run().attempt())
                    .contains(StopMode.KILL);
        }
    }

    private void mend() {
        mended = true;
        nodes.forEach(node -> {
            node.outages.end();
            node.freeze(false);
        });
        for (int turn = 0; turn < 150; turn++) {
            nodes.forEach(NodeFixture::turn);
            // Native callbacks wait longer and longer; runs do not.
            world.pass(Duration.ofSeconds(turn < 120 ? 1 : 60));
        }
    }

    private void check() {
        world.runs.assertLegal();
        assertThat(world.runs.all()).containsAll(accepted);
        for (RunId id : world.runs.all()) {
            Run run = world.stored(id);
            assertThat(run.isEnded()).as("%s", world.runs.of(id)).isTrue();
            assertThat(world.deliveries(id)).as("deliveries of %s", id).hasSize(1);
            assertThat(world.deliveries(id).getFirst().attempts())
                    .as("attempts of %s", id)
                    .isPositive();
            boolean repeatable = jobs.stream()
                    .filter(job -> job.id().equals(run.job().id()))
                    .anyMatch(job -> job.definition().onLost() == OnLost.RETRY
                            || job.definition().retry().attempts() > 1);
            if (!repeatable) {
                assertThat(begun.getOrDefault(id, 0)).as("beginnings of %s", id).isLessThanOrEqualTo(1);
            }
            if (run.status() == RunStatus.COMPLETED) {
                assertThat(begun).containsKey(id);
            }
        }
        for (NodeFixture node : nodes) {
            assertThat(node.live.size()).isZero();
            assertThat(node.live.isIdle())
                    .as("room of %s", node.membership.owner())
                    .isTrue();
            assertThat(node.deliver.inFlight()).isZero();
            assertThat(world.storage.runs().ownedBy(node.membership.owner(), 10))
                    .isEmpty();
        }
        assertThat(world.runs.all().stream().flatMap(id -> world.deliveries(id).stream()))
                .extracting(Delivery::status)
                .doesNotContain(Delivery.Status.REFUSED);
    }
}
