package org.jobplatform.benchmark.server;

import java.util.List;

/** What is kept of runs, by which a measurement is judged. */
public interface StoredRuns extends AutoCloseable {
    /** Says whether any run of the job has not ended. */
    boolean isAnyUnfinished(String job);

    /** All runs of the job. */
    List<StoredRun> of(String job);

    @Override
    void close();
}
