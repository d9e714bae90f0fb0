package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/**
 * Inserts many rows with one statement, whose text does not depend on how many: on PostgreSQL, each column travels as an array.
 *
 * @param <R> a row
 */
final class BulkInsert<R> {
    private final Vendor vendor;
    private final List<Column<R>> columns;
    private final String sql;

    BulkInsert(Vendor vendor, String table, List<Column<R>> columns) {
        this.vendor = vendor;
        this.columns = columns;
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        this.sql = "insert into " + table + " (" + names + ") "
                + switch (vendor) {
                    case H2 -> "values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
                    case POSTGRESQL ->
                        columns.stream().map(Column::fromArray).collect(Collectors.joining(", ", "select ", ""))
                                + " from unnest("
                                + columns.stream().map(Column::arrayParameter).collect(Collectors.joining(", "))
                                + ") as v(" + names + ")";
                };
    }

    void write(StatelessSession session, List<R> rows) {
        if (!rows.isEmpty()) {
            session.doWork(connection -> write(connection, rows));
        }
    }

    private void write(Connection connection, List<R> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            switch (vendor) {
                case H2 -> {
                    for (R row : rows) {
                        for (int column = 0; column < columns.size(); column++) {
                            columns.get(column).set(statement, column + 1, row);
                        }
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
                case POSTGRESQL -> {
                    for (int column = 0; column < columns.size(); column++) {
                        statement.setArray(column + 1, columns.get(column).array(connection, rows));
                    }
                    statement.executeUpdate();
                }
            }
        }
    }
}
