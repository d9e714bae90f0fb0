package org.jobplatform.rest.starfish;

import java.util.Optional;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/** Starts jobs. What keeps a start from beginning is an answer in this dialect, and no error. */
final class Starts {
    private final Jobs jobs;
    private final StartRun start;

    Starts(Jobs jobs, StartRun start) {
        this.jobs = jobs;
        this.start = start;
    }

    /** Starts the job of a request under the caller's own id. */
    StartResult start(StartRequest wanted, Caller caller) {
        return start(wanted.job(), Optional.of(wanted.runId().id()), wanted.options(), caller);
    }

    /** Starts a job under an id of the server's choice when there is none. */
    StartResult start(JobAddress job, Optional<RunId> id, StartOptions options, Caller caller) {
        try {
            StartCommand command =
                    new StartCommand(jobs.find(job, caller.who()).id(), id, Optional.empty(), options, false, caller);
            return new StartResult.Started(start.start(command).run());
        } catch (JobFailure | RunFailure failure) {
            return new StartResult.Refused(StartRefusals.reason(failure).orElseThrow(() -> failure));
        }
    }
}
