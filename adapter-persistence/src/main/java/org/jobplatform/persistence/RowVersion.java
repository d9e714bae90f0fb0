package org.jobplatform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** A row as it was after so many changes. */
record RowVersion(String id, long version) {
    /** By id: the order in which rows are locked. */
    static final Comparator<RowVersion> ORDER =
            Comparator.comparing(RowVersion::id).thenComparingLong(RowVersion::version);

    /** What a statement has returned, an id and a version in each row. */
    static Set<RowVersion> readAll(ResultSet rows) throws SQLException {
        Set<RowVersion> all = new HashSet<>();
        while (rows.next()) {
            all.add(new RowVersion(rows.getString(1), rows.getLong(2)));
        }
        return all;
    }
}
