package org.jobplatform.domain.run;

import org.jobplatform.domain.job.JobSeesRun;

/** A canary: breaks a rule of the architecture on purpose. */
public final class RunSeesJob {
    /** Closes the circle. */
    public JobSeesRun job() {
        return new JobSeesRun();
    }
}
