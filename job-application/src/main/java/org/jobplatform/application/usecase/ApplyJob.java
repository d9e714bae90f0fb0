package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.TaskRunners;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.Problem;

/** Makes or changes a job as a document describes it. Applying a document twice changes nothing the second time. */
public final class ApplyJob {
    private final JobStore jobs;
    private final TaskRunners runners;
    private final IdSource ids;
    private final InstantSource clock;

    /** @param runners judge the settings of the job's runner */
    public ApplyJob(JobStore jobs, TaskRunners runners, IdSource ids, InstantSource clock) {
        this.jobs = jobs;
        this.runners = runners;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a document did. */
    public enum Change {
        /** There is a new job. */
        MADE,
        /** The job is another than before. */
        CHANGED,
        /** The job was like that already; nothing was written. */
        UNCHANGED
    }

    /** The job as it now is, and what happened to it. */
    public record Applied(Job job, Change change) {}

    /**
     * Applies a draft. Without an id it goes to the job of its project and name, or to a new one. Who moves a job must be
     * allowed to write jobs in both projects.
     *
     * @throws AccessFailure.Denied when the asker may write no jobs in a project that this is about
     * @throws JobFailure.Invalid when its runner does not take its settings, or it names another federated id than the
     *     job has
     * @throws JobFailure.Taken when another job has its name or federated id, or one that the asker may not see has its id
     * @throws JobFailure.NotFound when the precondition wants a job and no id says which
     * @throws JobFailure.Stale when the precondition does not hold, or the job was changed while this was done
     */
    public Applied apply(JobDraft draft, Precondition precondition, Principal who) {
        if (!who.may(Permission.JOB_WRITE, draft.definition().project())) {
            throw new AccessFailure.Denied(Permission.JOB_WRITE);
        }
        return apply(draft, precondition, who.name(), stored(draft).filter(job -> isShown(job, who)));
    }

    /** As {@link #apply}, for what the operator of the server has put there: nobody else can. */
    public Applied applyForOperator(JobDraft draft, Precondition precondition, String editor) {
        return apply(draft, precondition, editor, stored(draft));
    }

    /** A job that may not be seen is as good as none, until the store finds its id or name taken. */
    private static boolean isShown(Job job, Principal who) {
        return switch (who.judge(Permission.JOB_WRITE, job.definition().project())) {
            case ALLOWED -> true;
            case DENIED -> throw new AccessFailure.Denied(Permission.JOB_WRITE);
            case HIDDEN -> false;
        };
    }

    private Applied apply(JobDraft draft, Precondition precondition, String editor, Optional<Job> found) {
        require(precondition, found, draft);
        List<Problem> problems =
                new ArrayList<>(runners.validate(draft.definition().runner()));
        if (draft.definition().retry().attempts() > 1
                && runners.resumes(draft.definition().runner())) {
            problems.add(new Problem("retry", "is for the jobs of the steps; a flow itself is not tried again"));
        }
        found.flatMap(job -> otherFederatedId(job, draft)).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new JobFailure.Invalid(problems);
        }
        Job.Edit edit = new Job.Edit(clock.instant(), editor);
        if (found.isEmpty()) {
            JobId id = draft.id().orElseGet(ids::jobId);
            FederatedId federatedId = draft.federatedId().orElseGet(ids::federatedId);
            return new Applied(jobs.save(Job.create(id, federatedId, draft.definition(), edit)), Change.MADE);
        }
        Job job = found.get();
        return job.definition().equals(draft.definition())
                ? new Applied(job, Change.UNCHANGED)
                : new Applied(jobs.save(job.redefine(draft.definition(), edit)), Change.CHANGED);
    }

    private Optional<Job> stored(JobDraft draft) {
        return draft.id().isPresent()
                ? jobs.find(draft.id().get())
                : jobs.find(draft.definition().project(), draft.definition().name());
    }

    private static void require(Precondition precondition, Optional<Job> found, JobDraft draft) {
        boolean holds = switch (precondition) {
            case Precondition.None ignored -> true;
            case Precondition.Absent ignored -> found.isEmpty();
            case Precondition.Present ignored -> found.isPresent();
            case Precondition.Version version ->
                found.filter(job -> job.version() == version.version()).isPresent();
        };
        if (!holds) {
            throw found.map(Job::id)
                    .or(draft::id)
                    .<JobFailure>map(JobFailure.Stale::new)
                    .orElseGet(() ->
                            new JobFailure.NotFound("name " + draft.definition().path()));
        }
    }

    private static Optional<Problem> otherFederatedId(Job job, JobDraft draft) {
        return draft.federatedId()
                .filter(id -> !id.equals(job.federatedId()))
                .map(id -> new Problem("federatedId", "is made once; this job has " + job.federatedId()));
    }
}
