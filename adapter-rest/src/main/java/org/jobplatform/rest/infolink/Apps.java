package org.jobplatform.rest.infolink;

import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.JobFilter;
import org.jobplatform.application.usecase.JobQueries;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;

/** Finds jobs and runs in the folders that this dialect calls apps. There is an app where there is a job. */
final class Apps {
    private final JobQueries jobs;
    private final RunQueries runs;

    Apps(JobQueries jobs, RunQueries runs) {
        this.jobs = jobs;
        this.runs = runs;
    }

    /** The job of this name in the app. @throws InvalidBody that names the parameter by which none was found */
    Job job(ProjectPath app, JobName name, Principal who) {
        return jobs.find(app, name, who).orElseThrow(() -> missing(app, "operation", who));
    }

    /** The run of this id in the app, whoever has started it. @throws InvalidBody as {@link #job} */
    Run run(ProjectPath app, RunId id, Principal who) {
        return found(id, who)
                .filter(run -> run.job().project().equals(app))
                .orElseThrow(() -> missing(app, "jobId", who));
    }

    private Optional<Run> found(RunId id, Principal who) {
        try {
            return Optional.of(runs.find(id, who));
        } catch (RunFailure.NotFound unknown) {
            return Optional.empty();
        }
    }

    private InvalidBody missing(ProjectPath app, String parameter, Principal who) {
        JobFilter any = new JobFilter(Optional.of(app), Optional.empty(), Optional.empty());
        boolean exists = !jobs.page(any, Optional.empty(), 1, who).isEmpty();
        return new InvalidBody(List.of(
                exists
                        ? new FieldProblem(parameter, "names no job of this app")
                        : new FieldProblem("appId", "names no app")));
    }
}
