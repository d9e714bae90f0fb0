package org.jobplatform.rest.starfish;

import java.util.Optional;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.rest.http.Identifiers;

/** Finds the job that a request names. */
final class Jobs {
    private final JobQueries jobs;

    Jobs(JobQueries jobs) {
        this.jobs = jobs;
    }

    /** The job of this project with this id, else with this name. @throws JobFailure.NotFound when there is none */
    Job find(JobAddress address, Principal who) {
        ProjectPath project =
                Identifiers.parse(address.project(), ProjectPath::new).orElseThrow(Jobs::notFound);
        return Identifiers.parse(address.job(), JobId::new)
                .flatMap(id -> byId(id, who))
                .filter(job -> isIn(project, job))
                .or(() -> Identifiers.parse(address.job(), JobName::new).flatMap(name -> jobs.find(project, name, who)))
                .orElseThrow(Jobs::notFound);
    }

    private Optional<Job> byId(JobId id, Principal who) {
        try {
            return Optional.of(jobs.find(id, who));
        } catch (JobFailure.NotFound unknown) {
            return Optional.empty();
        }
    }

    private static boolean isIn(ProjectPath project, Job job) {
        return job.definition().project().equals(project);
    }

    private static JobFailure.NotFound notFound() {
        return new JobFailure.NotFound("this address");
    }
}
