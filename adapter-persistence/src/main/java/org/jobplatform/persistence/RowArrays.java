package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as PostgreSQL is given them: each column travels as one array, so that a statement's text does not depend on how many
 * rows there are.
 *
 * @param alias what the rows are called in the statement
 * @param <R> a row
 */
record RowArrays<R>(String alias, List<Column<R>> columns) {
    /** The table that the arrays are, for a {@code from}. */
    String table() {
        return columns.stream().map(Column::arrayParameter).collect(Collectors.joining(", ", "unnest(", ")")) + " as "
                + alias + "(" + names() + ")";
    }

    /** The columns, for an {@code insert}. */
    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Their values, for a {@code select}. */
    String values() {
        return columns.stream().map(column -> column.fromArray(alias)).collect(Collectors.joining(", "));
    }

    /** Fills in the parameters from this one on, and says which is the next. */
    int bind(PreparedStatement statement, int first, List<R> rows) throws SQLException {
        Connection connection = statement.getConnection();
        int parameter = first;
        for (Column<R> column : columns) {
            statement.setArray(parameter++, column.array(connection, rows));
        }
        return parameter;
    }
}
