package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.hibernate.StatelessSession;

/**
 * Inserts many rows with one statement.
 *
 * @param <R> a row
 */
final class BulkInsert<R> {
    private final Vendor vendor;
    private final RowArrays<R> rows;
    private final String sql;

    BulkInsert(Vendor vendor, String table, List<Column<R>> columns) {
        this.vendor = vendor;
        this.rows = new RowArrays<>("v", columns);
        this.sql = "insert into " + table + " (" + rows.names() + ") "
                + switch (vendor) {
                    case H2 -> "values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
                    case POSTGRESQL -> "select " + rows.values() + " from " + rows.table();
                };
    }

    void write(StatelessSession session, List<R> added) {
        if (!added.isEmpty()) {
            session.doWork(connection -> write(connection, added));
        }
    }

    private void write(Connection connection, List<R> added) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            switch (vendor) {
                case H2 -> {
                    for (R row : added) {
                        Column.setAll(rows.columns(), statement, row);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
                case POSTGRESQL -> {
                    rows.bind(statement, 1, added);
                    statement.executeUpdate();
                }
            }
        }
    }
}
