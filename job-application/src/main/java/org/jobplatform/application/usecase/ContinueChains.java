package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.CallbackFormats;
import org.jobplatform.application.execution.KnownJobs;
import org.jobplatform.application.execution.Step;
import org.jobplatform.application.execution.StoreTime;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/**
 * Goes on with chains: starts what follows a run that has ended well. Any node may do it, again and again, and each run is
 * started once. One that cannot be started is kept as a run that has failed, with the callback of the chain.
 */
public final class ContinueChains implements Step {
    private static final int AT_ONCE = 100;

    private final ChainStore chains;
    private final StartRun start;
    private final KnownJobs jobs;
    private final Requesters requesters;
    private final CallbackFormats formats;
    private final StoreTime time;
    private final IdSource ids;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public ContinueChains(
            ChainStore chains,
            StartRun start,
            KnownJobs jobs,
            Requesters requesters,
            CallbackFormats formats,
            StoreTime time,
            IdSource ids,
            InstantSource clock) {
        this.chains = chains;
        this.start = start;
        this.jobs = jobs;
        this.requesters = requesters;
        this.formats = formats;
        this.time = time;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean step() {
        List<RuntimeException> broken = new ArrayList<>();
        int settled = 0;
        try {
            List<Run> due = chains.due(AT_ONCE);
            for (Run ended : due) {
                settled += settle(ended, broken) ? 1 : 0;
            }
            if (broken.isEmpty()) {
                return due.size() == AT_ONCE && settled > 0;
            }
        } catch (StorageUnavailable | NotAccepting later) {
            // What is due stays due, for this node or another.
            return false;
        }
        throw broken.getFirst();
    }

    private boolean settle(Run ended, List<RuntimeException> broken) {
        try {
            if (ended.isFollowed()) {
                follow(ended);
            }
            chains.settle(ended.id());
            return true;
        } catch (StorageUnavailable | NotAccepting later) {
            throw later;
        } catch (JobFailure.Stale | RunFailure.Stale changedMeanwhile) {
            return false;
        } catch (RuntimeException unexpected) {
            // A chain that cannot be gone on with keeps no other from it.
            broken.add(unexpected);
            return false;
        }
    }

    private void follow(Run ended) {
        InternalStart next = InternalStart.next(ended, requesters.of(ended));
        RunId id = next.origin().child();
        try {
            start.start(next);
        } catch (RunFailure.Conflicting taken) {
            fail(ended, next, ids.runId(), taken);
        } catch (AccessFailure.Denied
                | JobFailure.NotFound
                | RunFailure.Refused
                | RunFailure.BadCallback
                | RunFailure.AlreadyActive
                | RunFailure.LimitReached refusal) {
            fail(ended, next, id, refusal);
        }
    }

    private void fail(Run before, InternalStart next, RunId id, RuntimeException why) {
        JobId job = next.command().job();
        Optional<Job> known = why instanceof JobFailure.NotFound ? Optional.empty() : jobs.find(job);
        JobReference reference = known.map(Job::reference).orElseGet(() -> unknown(job, before));
        chains.fail(
                next.failed(id, reference, clock.instant(), "could not be started: " + why.getMessage()),
                run -> run.request().callback().map(target -> formats.delivery(run, target, 1, time.instant())));
    }

    /** As much of a job as can be said where there is none for the requester: it is shown where the run before it is. */
    private static JobReference unknown(JobId job, Run before) {
        return new JobReference(
                job,
                new FederatedId(job.value()),
                before.job().project(),
                new JobName(job.value()),
                JobType.UNSPECIFIED);
    }
}
