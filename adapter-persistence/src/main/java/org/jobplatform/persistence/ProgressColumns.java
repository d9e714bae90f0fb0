package org.jobplatform.persistence;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.RowCounters;
import org.jspecify.annotations.Nullable;

/** How far a run has come. */
@Embeddable
record ProgressColumns(
        int progressPercent,
        @Nullable String progressSummary,
        long rowsTotal,
        long rowsInserted,
        long rowsUpdated,
        long rowsDeleted,
        long rowsFailed,
        long rowsSkipped,
        long rowsIgnored) {

    static ProgressColumns from(Progress progress) {
        RowCounters rows = progress.rows();
        return new ProgressColumns(
                progress.percent(),
                Stored.text(progress.summary()),
                rows.total(),
                rows.inserts(),
                rows.updates(),
                rows.deletes(),
                rows.errors(),
                rows.skips(),
                rows.ignores());
    }

    Progress toProgress() {
        RowCounters rows = new RowCounters(
                rowsTotal, rowsInserted, rowsUpdated, rowsDeleted, rowsFailed, rowsSkipped, rowsIgnored);
        return new Progress(progressPercent, Optional.ofNullable(progressSummary), rows);
    }
}
