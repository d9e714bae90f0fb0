package org.jobplatform.persistence;

import java.util.Comparator;

/** A row as it was after so many changes. */
record RowVersion(String id, long version) {
    /** By id: the order in which rows are locked. */
    static final Comparator<RowVersion> ORDER =
            Comparator.comparing(RowVersion::id).thenComparingLong(RowVersion::version);
}
