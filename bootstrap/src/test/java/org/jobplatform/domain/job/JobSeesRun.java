package org.jobplatform.domain.job;

import org.jobplatform.domain.run.RunSeesJob;

/** A canary: breaks a rule of the architecture on purpose. */
public final class JobSeesRun {
    RunSeesJob run() {
        return new RunSeesJob();
    }
}
