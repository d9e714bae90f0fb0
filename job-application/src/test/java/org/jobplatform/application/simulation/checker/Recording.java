package org.jobplatform.application.simulation.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;

/** Takes down what happens, and when. */
public final class Recording {
    private final Supplier<Duration> time;
    private final Map<JobId, JobDefinition> jobs = new LinkedHashMap<>();
    private final List<Start> starts = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Map<RunId, List<Effect>> effects = new LinkedHashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<RunId, List<Commit>> commits = new LinkedHashMap<>();
    private final List<DeliveryCommit> deliveries = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<RunId> deaf = new LinkedHashSet<>();
    private final Map<RunId, Run> dump = new LinkedHashMap<>();
    private final List<Remains> remains = new ArrayList<>();
    private Duration healed = Duration.ZERO;
    private int order;

    /** @param time since the beginning */
    public Recording(Supplier<Duration> time) {
        this.time = time;
    }

    /** This moment, after all others so far. */
    public When now() {
        return new When(time.get(), order++);
    }

    /** A job as it is all the time. */
    public void job(Job job) {
        jobs.put(job.id(), job.definition());
    }

    /** A client's start has come back, or never will. */
    public void start(String token, boolean alone, When invoked, Answer answer, Optional<RunId> run) {
        starts.add(new Start(token, alone, invoked, now(), answer, run));
    }

    /** A client's stop has come back, or never will. */
    public void stop(RunId run, StopMode mode, When invoked, Answer answer) {
        stops.add(new Stop(run, mode, invoked, now(), answer));
    }

    /** A client has read a run. */
    public void reading(When invoked, Run run) {
        readings.add(new Reading(invoked, now(), run));
    }

    /** A runner has done something. */
    public void effect(Run run, String node, Effect.Kind kind, int unit) {
        effects.computeIfAbsent(run.id(), id -> new ArrayList<>())
                .add(new Effect(now(), run.id(), run.attempt(), node, kind, unit));
    }

    /** A receiver has got a request. */
    public void receipt(Receipt receipt) {
        receipts.add(receipt);
    }

    /** A node has changed a run. */
    public void commit(String node, Run run) {
        commits.computeIfAbsent(run.id(), id -> new ArrayList<>()).add(new Commit(now(), node, run));
    }

    /** A delivery was added, or an attempt recorded. */
    public void delivery(Delivery kept) {
        deliveries.add(new DeliveryCommit(now(), kept));
    }

    /** Something goes wrong from now on, for so long. */
    public void fault(String node, Fault.Kind kind, Duration length) {
        faults.add(new Fault(now(), node, kind, time.get().plus(length)));
    }

    /** The runner of this run follows no wish to stop. */
    public void deaf(RunId run) {
        deaf.add(run);
    }

    /** Nothing goes wrong any more. */
    public void healed() {
        healed = time.get();
    }

    /** A run as it is at the very end. */
    public void dump(Run run) {
        dump.put(run.id(), run);
    }

    /** What a node holds at the end. */
    public void remains(String node, List<String> held) {
        remains.add(new Remains(node, List.copyOf(held)));
    }

    /** Every run there ever was. */
    public Set<RunId> runs() {
        return commits.keySet();
    }

    /** All that happened. */
    public ClusterHistory history() {
        return new ClusterHistory(
                jobs,
                starts,
                stops,
                readings,
                effects,
                receipts,
                commits,
                deliveries,
                faults,
                deaf,
                healed,
                dump,
                remains);
    }
}
