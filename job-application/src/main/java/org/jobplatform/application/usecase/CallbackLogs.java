package org.jobplatform.application.usecase;

import org.jobplatform.application.port.RunLog;
import org.jobplatform.domain.run.Run;

/**
 * The logs of runs for their callbacks. Nobody is asked who that is: who started the run has named its receiver, and may
 * read the log.
 */
public final class CallbackLogs {
    private final RunLog log;

    /** Where the logs are kept. */
    public CallbackLogs(RunLog log) {
        this.log = log;
    }

    /** The length of the run's log in bytes. */
    public long size(Run run) {
        return log.size(run.id());
    }

    /** As {@link RunLog#read}. */
    public byte[] read(Run run, long offset, int length) {
        return log.read(run.id(), offset, length);
    }
}
