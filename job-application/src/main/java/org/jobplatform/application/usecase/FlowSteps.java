package org.jobplatform.application.usecase;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jobplatform.application.execution.KnownJobs;
import org.jobplatform.application.execution.RunEndings;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;

/**
 * The runs of the steps of flows. A step is told by its flow's run and its position from 1, and its run's id comes of both, so
 * that it is started once however often its flow is begun anew. Every call may throw
 * {@link org.jobplatform.application.port.StorageUnavailable}, and may be repeated then.
 */
public final class FlowSteps {
    /** Flows within each other, at most. */
    private static final int MOST_LEVELS = 10;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final StartRun start;
    private final StopRun stop;
    private final RunStore runs;
    private final JobStore jobs;
    private final KnownJobs known;
    private final RunEndings endings;
    private final Requesters requesters;

    /** Every part comes from the same node. */
    public FlowSteps(
            StartRun start,
            StopRun stop,
            RunStore runs,
            JobStore jobs,
            KnownJobs known,
            RunEndings endings,
            Requesters requesters) {
        this.start = start;
        this.stop = stop;
        this.runs = runs;
        this.jobs = jobs;
        this.known = known;
        this.endings = endings;
        this.requesters = requesters;
    }

    /** Why this flow would never end: it is a step of itself, at whatever depth, or too many flows are within each other. */
    public Optional<String> problem(Run flow) {
        Optional<Run> above = above(flow);
        for (int level = 1; above.isPresent(); level++) {
            if (above.get().job().id().equals(flow.job().id())) {
                return Optional.of(
                        "the flow " + flow.job().project() + "/" + flow.job().name() + " contains itself");
            }
            if (level == MOST_LEVELS) {
                return Optional.of("more than " + MOST_LEVELS + " flows are within each other");
            }
            above = above(above.get());
        }
        return Optional.empty();
    }

    private Optional<Run> above(Run run) {
        return run.request()
                .origin()
                .filter(origin -> origin.kind() == Origin.Kind.STEP)
                .flatMap(origin -> runs.find(origin.parent()));
    }

    /** The run of this step, when it was started. @throws RunFailure.Conflicting when somebody else has taken its id */
    public Optional<Run> find(Run flow, int position) {
        Origin origin = Origin.step(flow, position);
        Optional<Run> run = runs.find(origin.child());
        if (run.isPresent() && !run.get().request().origin().equals(Optional.of(origin))) {
            throw new RunFailure.Conflicting("run id " + origin.child());
        }
        return run;
    }

    /**
     * Starts the run of this step. Its parameters are those of the step, and over them those of the flow's run that the step or
     * its job declares.
     *
     * @param address an id, or a project and name
     * @throws JobFailure.NotFound when there is no such job, or not for whoever started the flow
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when whoever started the flow may not start it
     * @throws RunFailure when the job refuses; as {@link StartRun#start}
     */
    public Run start(Run flow, int position, String address, Map<String, String> own) {
        Principal who = requesters.of(flow);
        Job job = job(address, who);
        Set<String> declared = new HashSet<>(own.keySet());
        declared.addAll(job.definition().parameters().keySet());
        Map<String, String> given = new TreeMap<>(own);
        flow.request().parameters().forEach((name, value) -> {
            if (declared.contains(name)) {
                given.put(name, value);
            }
        });
        try {
            return start.start(InternalStart.step(flow, position, job.id(), given, who))
                    .run();
        } catch (RunFailure.Conflicting startedOtherwise) {
            // By an attempt that found the job another than it is now.
            return find(flow, position).orElseThrow(() -> startedOtherwise);
        }
    }

    private Job job(String address, Principal who) {
        return JobAddress.parse(address)
                .flatMap(parsed -> switch (parsed) {
                    case JobAddress.ById byId -> known.find(byId.id());
                    case JobAddress.ByName byName ->
                        jobs.find(byName.project(), byName.name())
                                .filter(job -> who.may(Permission.JOB_READ, byName.project()));
                })
                .orElseThrow(() -> new JobFailure.NotFound((address.contains("/") ? "name " : "id ") + address));
    }

    /**
     * The run as it is when it ends, when the signal is raised, or a second later, whichever comes first.
     *
     * @throws RunFailure.NotFound when it is gone
     * @throws InterruptedException when the caller is given up
     */
    public Run look(RunId step, Signal wake) throws InterruptedException {
        endings.subscribe(step, wake);
        try {
            Run run = found(step);
            if (run.isEnded()) {
                return run;
            }
            endings.askOthers(run);
            wake.await(LOOK_AGAIN);
            return endings.outcome(step).orElseGet(() -> found(step));
        } finally {
            endings.forget(step, wake);
        }
    }

    /** Asks the run to stop, and returns it as it then is; one that has ended stays as it is. */
    public Run stop(Run step, StopMode mode) {
        try {
            return stop.forAnother(
                    step.id(), mode, "its flow is stopped", step.request().requester());
        } catch (RunFailure.NotAllowed endedMeanwhile) {
            return found(step.id());
        }
    }

    private Run found(RunId id) {
        return runs.find(id).orElseThrow(() -> new RunFailure.NotFound("id " + id));
    }
}
