package org.jobplatform.rest.starfish;

import java.util.Optional;
import java.util.function.Function;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;

/** Finds the job that a request names. */
final class Jobs {
    private final JobQueries jobs;

    Jobs(JobQueries jobs) {
        this.jobs = jobs;
    }

    /** The job of this project with this id, else with this name. @throws JobFailure.NotFound when there is none */
    Job find(JobAddress address, Principal who) {
        ProjectPath project = parse(address.project(), ProjectPath::new).orElseThrow(Jobs::notFound);
        return parse(address.job(), JobId::new)
                .flatMap(id -> byId(id, who))
                .filter(job -> isIn(project, job))
                .or(() -> parse(address.job(), JobName::new).flatMap(name -> named(project, name, who)))
                .orElseThrow(Jobs::notFound);
    }

    private Optional<Job> byId(JobId id, Principal who) {
        try {
            return Optional.of(jobs.find(id, who));
        } catch (JobFailure.NotFound unknown) {
            return Optional.empty();
        }
    }

    private Optional<Job> named(ProjectPath project, JobName name, Principal who) {
        return jobs.named(name, who).stream().filter(job -> isIn(project, job)).findFirst();
    }

    private static boolean isIn(ProjectPath project, Job job) {
        return job.definition().project().equals(project);
    }

    /** Text that cannot be an identifier is known to nobody. */
    private static <T> Optional<T> parse(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private static JobFailure.NotFound notFound() {
        return new JobFailure.NotFound("this address");
    }
}
