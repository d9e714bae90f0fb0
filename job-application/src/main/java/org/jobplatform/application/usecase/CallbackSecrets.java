package org.jobplatform.application.usecase;

import java.time.InstantSource;
import java.util.Optional;
import org.jobplatform.application.execution.SigningSecrets;
import org.jobplatform.application.port.JobFilter;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SecretFailure;
import org.jobplatform.domain.job.ProjectPath;

/** Shows and changes the secrets that sign the callbacks of a project; a project is one that a job names. */
public final class CallbackSecrets {
    private final JobStore jobs;
    private final SigningSecrets secrets;
    private final InstantSource clock;

    /** Every part comes from the same node. */
    public CallbackSecrets(JobStore jobs, SigningSecrets secrets, InstantSource clock) {
        this.jobs = jobs;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The secrets of the project, made when there are none.
     *
     * @throws SecretFailure.NoProject when no job is in it, or it is not for this asker
     */
    public ProjectSecrets show(ProjectPath project, Principal who) {
        who.require(Permission.CALLBACK_SECRET, project, () -> missing(project));
        requireJobs(project);
        return secrets.current(project);
    }

    /**
     * Makes a new secret, beside which the one before stays valid until it is retired.
     *
     * @throws SecretFailure.NoProject when no job is in the project, or it is not for this asker
     * @throws SecretFailure.StillRotating when two are valid already
     * @throws SecretFailure.Stale when somebody else made a change at the same time
     */
    public ProjectSecrets rotate(ProjectPath project, Principal who) {
        return secrets.save(show(project, who).rotated(secrets.next(), clock.instant()));
    }

    /**
     * Ends the previous secret; does nothing when there is none.
     *
     * @throws SecretFailure.NoProject when no job is in the project, or it is not for this asker
     * @throws SecretFailure.Stale when somebody else made a change at the same time
     */
    public void retirePrevious(ProjectPath project, Principal who) {
        ProjectSecrets current = show(project, who);
        if (current.previous().isPresent()) {
            secrets.save(current.retired());
        }
    }

    private void requireJobs(ProjectPath project) {
        JobFilter inProject = new JobFilter(Optional.of(project), Optional.empty(), Optional.empty());
        if (jobs.page(inProject, Optional.empty(), 1).isEmpty()) {
            throw missing(project);
        }
    }

    private static SecretFailure missing(ProjectPath project) {
        return new SecretFailure.NoProject("called " + project);
    }
}
