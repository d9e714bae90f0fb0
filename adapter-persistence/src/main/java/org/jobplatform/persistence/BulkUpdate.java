package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * Changes many rows with one statement, each only when it still has the version that its change was made from; the version
 * then counts one more. Rows are taken in the order of their ids, so that two transactions do not wait for each other.
 *
 * @param <R> a row
 */
final class BulkUpdate<R> {
    private final Vendor vendor;
    private final Function<R, RowVersion> version;
    private final List<Column<R>> parameters;
    private final String sql;

    /** @param version which row, and the version that the change was made from */
    BulkUpdate(Vendor vendor, String table, Function<R, RowVersion> version, List<Column<R>> columns) {
        this.vendor = vendor;
        this.version = version;
        this.parameters = Stream.concat(
                        columns.stream(),
                        Stream.of(
                                Column.text("id", (R row) -> version.apply(row).id()),
                                Column.number(
                                        "version", (R row) -> version.apply(row).version())))
                .toList();
        this.sql = switch (vendor) {
            case H2 ->
                "update " + table + " set "
                        + columns.stream()
                                .map(column -> column.name() + " = ?, ")
                                .collect(Collectors.joining())
                        + "version = version + 1 where id = ? and version = ?";
            case POSTGRESQL ->
                "update " + table + " t set "
                        + columns.stream()
                                .map(column -> column.name() + " = " + column.fromArray() + ", ")
                                .collect(Collectors.joining())
                        + "version = t.version + 1 from unnest("
                        + parameters.stream().map(Column::arrayParameter).collect(Collectors.joining(", "))
                        + ") as v("
                        + parameters.stream().map(Column::name).collect(Collectors.joining(", "))
                        + ") where t.id = v.id and t.version = v.version returning v.id, v.version";
        };
    }

    /** Makes the changes, no two of them from one version of one row, and gives the versions that were there. */
    Set<RowVersion> write(StatelessSession session, List<R> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        List<R> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(version, RowVersion.ORDER));
        return session.doReturningWork(connection -> write(connection, ordered));
    }

    private Set<RowVersion> write(Connection connection, List<R> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return switch (vendor) {
                case H2 -> inBatch(statement, rows);
                case POSTGRESQL -> atOnce(connection, statement, rows);
            };
        }
    }

    private Set<RowVersion> inBatch(PreparedStatement statement, List<R> rows) throws SQLException {
        for (R row : rows) {
            for (int parameter = 0; parameter < parameters.size(); parameter++) {
                parameters.get(parameter).set(statement, parameter + 1, row);
            }
            statement.addBatch();
        }
        int[] counts = statement.executeBatch();
        Set<RowVersion> changed = new HashSet<>();
        for (int row = 0; row < counts.length; row++) {
            if (counts[row] == 1) {
                changed.add(version.apply(rows.get(row)));
            }
        }
        return changed;
    }

    private Set<RowVersion> atOnce(Connection connection, PreparedStatement statement, List<R> rows)
            throws SQLException {
        for (int parameter = 0; parameter < parameters.size(); parameter++) {
            statement.setArray(parameter + 1, parameters.get(parameter).array(connection, rows));
        }
        Set<RowVersion> changed = new HashSet<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                changed.add(new RowVersion(found.getString(1), found.getLong(2)));
            }
        }
        return changed;
    }
}
