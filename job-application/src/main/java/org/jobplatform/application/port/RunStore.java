package org.jobplatform.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;

/**
 * Where runs are kept and changed. Every call is one atomic, durable change, made when the call returns, and throws
 * {@link StorageUnavailable} when that cannot be known. Calls may be shared into one transaction by the implementation;
 * one that fails, fails alone.
 */
public interface RunStore {
    /**
     * Admits a run, gives it a number, and keeps it: claimed when {@link NewRun#claimFor} names an owner whose lease has
     * not been taken away and the job has a free slot, waiting otherwise. A start with the id or key of an earlier one is a
     * repeat when its fingerprint is the same, whatever limits say by then. The job is compared, its runs are counted and
     * the run is added in one atomic change. One that others follow in its chain is known to {@link ChainStore} from then on.
     *
     * @throws org.jobplatform.domain.run.RunFailure.Conflicting when the id or key belongs to another request
     * @throws org.jobplatform.domain.run.RunFailure.AlreadyActive when it must be alone and the job has an unfinished run
     * @throws org.jobplatform.domain.run.RunFailure.LimitReached when the job's limit says to refuse, and as many runs of
     *     it are unfinished
     * @throws org.jobplatform.domain.job.JobFailure.NotFound when the job was deleted meanwhile
     * @throws org.jobplatform.domain.job.JobFailure.Stale when the job was changed since it was read for this start
     */
    AddResult add(NewRun run);

    /**
     * Claims waiting runs for a node: runs whose time has come and whose job has a free slot. Those of the highest priority
     * come first; of one priority, the jobs that wait share what is claimed; of one job, the oldest come first. No run
     * is given to two callers, and none to an owner whose lease was taken away.
     *
     * @param limit most runs to claim, at least 1
     */
    List<Run> claim(Owner owner, int limit, Instant now);

    /**
     * Keeps a changed run that has not ended. Returns it with the next version.
     *
     * @throws org.jobplatform.domain.run.RunFailure.Stale when the stored version is another
     */
    Run update(Run changed);

    /**
     * Keeps a run that waits for its next attempt, and the attempt that it has made. Returns it with the next version.
     *
     * @throws org.jobplatform.domain.run.RunFailure.Stale when the stored version is another; nothing is kept then
     */
    Run requeue(Run waiting, RunAttempt made);

    /**
     * Keeps a run that has ended, frees its slot, and adds the delivery of its callback. Returns it with the next version.
     *
     * @throws org.jobplatform.domain.run.RunFailure.Stale when the stored version is another
     */
    Run finish(Run ended, Optional<Delivery> delivery);

    /** The run as it is kept. */
    Optional<Run> find(RunId id);

    /** The unfinished runs that belong to a node, at most {@code limit}, the oldest first. */
    List<Run> ownedBy(Owner owner, int limit);

    /** The runs of a node that somebody wants to stop or to be held: those that are STOPPING or PAUSED. */
    List<Run> asked(Owner owner);
}
