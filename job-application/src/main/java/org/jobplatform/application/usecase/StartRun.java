package org.jobplatform.application.usecase;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.egress.EgressGuard;
import org.jobplatform.application.egress.UrlVerdict;
import org.jobplatform.application.execution.CallbackFormats;
import org.jobplatform.application.execution.Dispatcher;
import org.jobplatform.application.execution.KnownJobs;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.execution.ProjectQuota;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.Parameters;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;

/** Starts a run: the one door for every start, whoever asks. */
public final class StartRun {
    /** Nobody changes a job so often that each of so many looks is too late. */
    private static final int MOST_LOOKS = 20;

    private final KnownJobs jobs;
    private final RunStore runs;
    private final TaskRunners runners;
    private final EgressGuard egress;
    private final CallbackFormats formats;
    private final StopJob replace;
    private final Membership membership;
    private final LiveRuns live;
    private final Dispatcher dispatcher;
    private final Signal work;
    private final IdSource ids;
    private final InstantSource clock;
    private final ProjectQuota quota;

    /** @param work wakes the loop that claims waiting runs */
    public StartRun(
            KnownJobs jobs,
            RunStore runs,
            TaskRunners runners,
            EgressGuard egress,
            CallbackFormats formats,
            StopJob replace,
            Membership membership,
            LiveRuns live,
            Dispatcher dispatcher,
            Signal work,
            IdSource ids,
            InstantSource clock,
            ProjectQuota quota) {
        this.jobs = jobs;
        this.runs = runs;
        this.runners = runners;
        this.egress = egress;
        this.formats = formats;
        this.replace = replace;
        this.membership = membership;
        this.live = live;
        this.dispatcher = dispatcher;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.quota = quota;
    }

    /**
     * Starts a run, durably, or finds the one that the same command has started before.
     *
     * @throws JobFailure.NotFound when there is no such job, or not for this caller
     * @throws org.jobplatform.domain.access.AccessFailure.Denied when the caller may not start it
     * @throws RunFailure.Refused when the job cannot be run as asked
     * @throws RunFailure.BadCallback when the callback address is one this server will not call
     * @throws RunFailure.AlreadyActive when it must be alone and the job has an unfinished run
     * @throws RunFailure.LimitReached when the job's limit says to refuse
     * @throws RunFailure.Conflicting when the id or key was used for another request
     * @throws JobFailure.Stale when the job is changed by others again and again
     * @throws org.jobplatform.application.limit.LimitFailure.TooMany when its project has too many unfinished runs
     * @throws NotAccepting when the server shuts down
     * @throws org.jobplatform.application.port.StorageUnavailable when it is not known whether the run was added
     */
    public AddResult start(StartCommand command) {
        return begin(command, Optional.empty());
    }

    /** Starts a run because of another one; as {@link #start(StartCommand)}. */
    AddResult start(InternalStart internal) {
        return begin(internal.command(), Optional.of(internal));
    }

    private AddResult begin(StartCommand command, Optional<InternalStart> internal) {
        if (!membership.isAccepting()) {
            throw new NotAccepting();
        }
        RunId id = command.runId().orElseGet(ids::runId);
        for (int looks = 1; ; looks++) {
            try {
                return start(command, internal, id);
            } catch (JobFailure.Stale changedMeanwhile) {
                if (looks == MOST_LOOKS) {
                    throw changedMeanwhile;
                }
                jobs.forget(command.job());
            }
        }
    }

    private AddResult start(StartCommand command, Optional<InternalStart> internal, RunId id) {
        Principal who = command.caller().who();
        Job job = Gate.job(jobs.find(command.job()), "id " + command.job(), Permission.RUN_START, who);
        RunRequest request = internal.isPresent()
                ? internal.get().request(parameters(job.definition(), command.options()))
                : request(command, job);
        String fingerprint = internal.map(InternalStart::fingerprint).orElseGet(() -> StartFingerprint.of(command));
        if (internal.isEmpty()) {
            // What follows or is a step goes on with a start that was admitted.
            quota.admit(job.definition().project());
        }
        Optional<Owner> claimant = membership.claimant().filter(node -> live.reserve());
        boolean claimed = false;
        live.expect(id);
        try {
            AddResult result = shown(runs.add(newRun(id, command, job, request, fingerprint, claimant)), command);
            claimed = result instanceof AddResult.Added && result.run().status() == RunStatus.STARTING;
            if (claimed) {
                dispatcher.dispatch(result.run());
            } else if (result.run().status() == RunStatus.QUEUED) {
                hasten(result.run(), job.definition());
            }
            return result;
        } finally {
            live.expectNoMore(id);
            if (claimant.isPresent() && !claimed) {
                live.giveBack();
            }
        }
    }

    /** Of a repeat that is out of its caller's sight, no more is told than of anybody else's run. */
    private static AddResult shown(AddResult result, StartCommand command) {
        Run run = result.run();
        if (result instanceof AddResult.Repeated
                && !command.caller().who().may(Permission.RUN_READ, run.job().project())) {
            throw new RunFailure.Conflicting(
                    command.runId().map(id -> "run id " + id).orElse("idempotency key"));
        }
        return result;
    }

    /** Also after a repeat: the first call may have been cut off between adding the run and asking the others to stop. */
    private void hasten(Run waiting, JobDefinition job) {
        work.raise();
        boolean replaces = job.concurrency()
                .filter(limit -> limit.whenFull() == Concurrency.WhenFull.REPLACE)
                .isPresent();
        if (replaces) {
            replace.stopOthers(waiting, StopMode.NOW, "replaced by run " + waiting.id());
        }
    }

    private NewRun newRun(
            RunId id, StartCommand command, Job job, RunRequest request, String fingerprint, Optional<Owner> claimant) {
        return new NewRun(
                id,
                command.runId().isPresent(),
                job,
                request,
                clock.instant(),
                fingerprint,
                command.key().map(key -> command.caller().name() + ":" + key),
                command.alone(),
                claimant);
    }

    private RunRequest request(StartCommand command, Job started) {
        StartOptions options = command.options();
        JobDefinition job = started.definition();
        boolean acceptsRows = runners.find(job.runner().kind())
                .filter(runner -> runner.acceptsRows(job.runner().settings()))
                .isPresent();
        if (options.rows().isPartial() && !acceptsRows) {
            throw new RunFailure.Refused("rows", "job " + job.path() + " does not work on a range of rows");
        }
        return new RunRequest(
                parameters(job, options),
                options.argument(),
                options.rows(),
                options.threads(),
                options.loggingLevel(),
                options.priority(),
                options.callbackUrl().map(url -> target(url, command)),
                command.caller().dialect(),
                command.caller().name(),
                command.caller().source(),
                options.chained() ? PlanChain.of(started, options.parameters(), jobs::find) : Optional.empty(),
                Optional.empty());
    }

    private static Map<String, String> parameters(JobDefinition job, StartOptions options) {
        try {
            return Parameters.overlay(job.parameters(), options.parameters());
        } catch (IllegalArgumentException tooMany) {
            throw new RunFailure.Refused("parameters", "with the job's own, " + tooMany.getMessage());
        }
    }

    private CallbackTarget target(String given, StartCommand command) {
        if (!formats.has(command.caller().dialect())) {
            throw new RunFailure.BadCallback("runs started this way call nobody back");
        }
        return switch (egress.accept(given)) {
            case UrlVerdict.Refused refused -> throw new RunFailure.BadCallback(refused.reason());
            case UrlVerdict.Accepted accepted ->
                new CallbackTarget(asGiven(given, accepted.url().uri()));
        };
    }

    /** The caller's own spelling, which it is shown again, where Java's URI can hold it. The notifier parses it anew. */
    private static URI asGiven(String given, URI canonical) {
        try {
            URI uri = new URI(given);
            return uri.getHost() == null ? canonical : uri;
        } catch (URISyntaxException unusual) {
            return canonical;
        }
    }
}
