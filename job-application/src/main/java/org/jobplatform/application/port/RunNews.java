package org.jobplatform.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.run.Run;

/**
 * What has become of runs lately, for whoever follows them all: however long the history is, a look costs what has changed
 * and what is carried out. Reads see every change that was acknowledged before.
 */
public interface RunNews {
    /**
     * Runs that wait or have ended, and do so since this time or later: by that time, then number, both rising.
     *
     * @param after the last run of the page before, for those that follow it; empty for the first page
     * @param limit most runs to return, at least 1
     */
    List<Run> settledSince(Instant from, Optional<Run> after, int limit);

    /** Every run that a node carries out, in no order. */
    List<Run> inWork();
}
