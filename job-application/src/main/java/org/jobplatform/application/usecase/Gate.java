package org.jobplatform.application.usecase;

import java.util.Optional;
import java.util.function.Supplier;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;

/**
 * Lets an asker through to one job or run. What may not be seen is answered as what is not there; a run belongs to the
 * project that its job was in when it was started.
 */
final class Gate {
    private Gate() {}

    /** @throws RunFailure.NotFound when there is none, or not for this asker */
    static Run run(Optional<Run> found, String description, Permission permission, Principal who) {
        Supplier<RunFailure> missing = () -> new RunFailure.NotFound(description);
        Run run = found.orElseThrow(missing);
        who.require(permission, run.job().project(), missing);
        return run;
    }

    /** A run that the caller has in hand. @throws RunFailure.NotFound when it is not for this asker */
    static Run run(Run run, Permission permission, Principal who) {
        return run(Optional.of(run), "id " + run.id(), permission, who);
    }

    /** @throws JobFailure.NotFound when there is none, or not for this asker */
    static Job job(Optional<Job> found, String description, Permission permission, Principal who) {
        Supplier<JobFailure> missing = () -> new JobFailure.NotFound(description);
        Job job = found.orElseThrow(missing);
        who.require(permission, job.definition().project(), missing);
        return job;
    }
}
