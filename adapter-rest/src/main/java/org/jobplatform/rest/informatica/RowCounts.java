package org.jobplatform.rest.informatica;

import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;

/**
 * The counters of a run in the four of this dialect.
 *
 * @param successSource rows that were read and treated without an error
 * @param successTarget rows that were inserted, updated or deleted
 * @param failed rows with an error, on either side: the platform does not count them apart
 */
record RowCounts(long successSource, long successTarget, long failed) {
    static RowCounts of(Run run) {
        RowCounters rows = run.progress().rows();
        return new RowCounts(rows.succeeded(), rows.inserts() + rows.updates() + rows.deletes(), rows.errors());
    }
}
