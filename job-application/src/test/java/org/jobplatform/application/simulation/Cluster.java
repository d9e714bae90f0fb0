package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jobplatform.application.execution.RecordingRuns;
import org.jobplatform.application.execution.Surroundings;
import org.jobplatform.application.execution.WiredNode;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.port.SequentialIds;
import org.jobplatform.application.simulation.checker.Fault;
import org.jobplatform.application.simulation.checker.Recording;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** The nodes, and what they share: the storage, virtual time, chance, the weather, and the one thread that is at work. */
final class Cluster {
    private final Chance chance;
    private final Agenda agenda;
    private final Weather weather;
    private final Recording recording;
    private final InMemoryStorage storage;
    private final SequentialIds ids = new SequentialIds();
    private final Mutant mutant;
    private final Receivers receivers;
    private final List<Machine> machines = new ArrayList<>();
    private final Map<String, SimulatedNode> nodes = new LinkedHashMap<>();
    private final Map<Coroutine, SimulatedNode> atWork = new LinkedHashMap<>();
    private final int overtaking;
    private final int heard;
    private @Nullable Coroutine current;
    private long outageUntil;

    Cluster(Chance chance, Mutant mutant) {
        this.chance = chance;
        this.mutant = mutant;
        this.agenda = new Agenda(chance);
        this.weather = new Weather(chance);
        this.recording = new Recording(agenda::time);
        this.storage = new InMemoryStorage(() -> RunExamples.NOW.plusNanos(agenda.nanos()));
        this.receivers = new Receivers(this);
        this.overtaking = chance.pick(List.of(2, 10, 30));
        this.heard = chance.pick(List.of(0, 50, 100));
        Scenery.JOBS.forEach(job -> recording.job(storage.jobs().save(job)));
        int count = chance.between(2, 4);
        for (int i = 1; i <= count; i++) {
            Machine machine = new Machine("node-" + i, chance.between(1, 3), agenda);
            machines.add(machine);
            nodes.put(machine.name(), new SimulatedNode(this, machine));
        }
    }

    Chance chance() {
        return chance;
    }

    Agenda agenda() {
        return agenda;
    }

    Weather weather() {
        return weather;
    }

    Recording recording() {
        return recording;
    }

    Receivers receivers() {
        return receivers;
    }

    InMemoryStorage storage() {
        return storage;
    }

    List<Machine> machines() {
        return machines;
    }

    /** Threads of runners that are in the middle of a unit of work or held, with their nodes. */
    Map<Coroutine, SimulatedNode> atWork() {
        return atWork;
    }

    /** How many turns in a hundred others may overtake. */
    int overtaking() {
        return overtaking;
    }

    long outageUntil() {
        return outageUntil;
    }

    List<SimulatedNode> living() {
        return nodes.values().stream().filter(SimulatedNode::isAlive).toList();
    }

    /** The run as it is kept now. */
    Optional<Run> kept(RunId id) {
        return storage.runs().find(id);
    }

    /** The thread that is at work; none when it is no thread of a node's that could pause. */
    @Nullable
    Coroutine current() {
        return current;
    }

    Coroutine requireCurrent() {
        if (current == null) {
            throw new IllegalStateException("this happens on no thread of a node");
        }
        return current;
    }

    /** Lets a thread go on until it pauses. */
    void resume(Coroutine thread) {
        Coroutine before = current;
        current = thread;
        try {
            thread.resume();
        } finally {
            current = before;
        }
    }

    /** No node reaches the store from now on. */
    void breakDown(Duration length) {
        recording.fault("", Fault.Kind.OUTAGE, length);
        outageUntil = agenda.nanos() + length.toNanos();
    }

    /** Every machine sleeps. */
    void sleep(Duration length) {
        recording.fault("", Fault.Kind.SLEEP, length.plusSeconds(2));
        agenda.leap(length);
    }

    void restartAfter(Machine machine, Duration delay) {
        agenda.after(delay, () -> restart(machine));
    }

    private void restart(Machine machine) {
        if (!Objects.requireNonNull(nodes.get(machine.name())).isAlive()) {
            nodes.put(machine.name(), new SimulatedNode(this, machine));
        }
    }

    /** Nothing goes wrong any more: every node lives, moves, reaches the store and knows the time. */
    void mend() {
        weather.clearUp();
        outageUntil = 0;
        machines.forEach(machine -> machine.setClock(Duration.ZERO));
        machines.forEach(this::restart);
        living().forEach(node -> {
            node.reconnect();
            node.thaw();
        });
        receivers.mend();
        List.copyOf(atWork.entrySet()).forEach(work -> work.getValue().wake(work.getKey()));
        recording.healed();
    }

    /** The parts of a node, in these surroundings. */
    WiredNode wired(SimulatedNode node) {
        Machine machine = node.machine();
        Surroundings around = new Surroundings(
                mutant.reached(stores(node, new Wire(node, weather, chance))),
                ids,
                machine::clock,
                machine::nanoTime,
                mutant.leaseTime(machine::nanoTime),
                node::fork,
                node::fork,
                ScriptedTaskRunner.of("noop", context -> new Work(this, node, context).carryOut())
                        .pausing(),
                delivery -> receivers.deliver(node, delivery));
        return new WiredNode(around, machine.name(), machine.workers());
    }

    private Surroundings.Stores stores(SimulatedNode node, Wire wire) {
        RunStore runs = new RecordingRuns(
                storage.runs(), run -> changed(node, run), delivery -> changed(node, delivery.withVersion(1)));
        DeliveryStore deliveries = new RecordingDeliveries(storage.deliveries(), delivery -> changed(node, delivery));
        ChainStore chains = new RecordingChains(
                storage.chains(), run -> changed(node, run), delivery -> changed(node, delivery.withVersion(1)));
        return new Surroundings.Stores(
                wire.reach(RunStore.class, mutant.runs(runs, storage.index())),
                wire.reach(RunIndex.class, storage.index()),
                wire.reach(JobStore.class, storage.jobs()),
                wire.reachAtOnce(RunLog.class, storage.log()),
                storage.content(),
                wire.reach(LeaseStore.class, mutant.leases(storage.leases())),
                wire.reach(DeliveryStore.class, deliveries),
                wire.reach(ChainStore.class, chains),
                storage.announcements());
    }

    private void changed(SimulatedNode node, Run run) {
        recording.commit(node.name(), run);
        if (run.isFollowed()) {
            node.hearOfChain();
        }
        if (!chance.percent(heard)) {
            return;
        }
        boolean isWish = run.status() == RunStatus.STOPPING || run.status() == RunStatus.PAUSED;
        if (isWish) {
            Owner owner = ((RunState.Owned) run.state()).owner();
            Objects.requireNonNull(nodes.get(owner.node())).hear(true);
        } else if (run.status() == RunStatus.QUEUED || run.isEnded()) {
            living().forEach(living -> living.hear(false));
        }
    }

    private void changed(SimulatedNode node, Delivery kept) {
        recording.delivery(kept);
        if (!kept.isSettled()) {
            node.hearOfDelivery();
        }
    }
}
