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
    private final RowArrays<R> arrays;
    private final String sql;

    /** @param version which row, and the version that the change was made from */
    BulkUpdate(Vendor vendor, String table, Function<R, RowVersion> version, List<Column<R>> columns) {
        this.vendor = vendor;
        this.version = version;
        this.arrays = new RowArrays<>(
                "v",
                Stream.concat(
                                columns.stream(),
                                Stream.of(
                                        Column.text(
                                                "id",
                                                (R row) -> version.apply(row).id()),
                                        Column.number(
                                                "version",
                                                (R row) -> version.apply(row).version())))
                        .toList());
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
                                .map(column -> column.name() + " = " + column.fromArray("v") + ", ")
                                .collect(Collectors.joining())
                        + "version = t.version + 1 from " + arrays.table()
                        + " where t.id = v.id and t.version = v.version returning v.id, v.version";
        };
    }

    /** The statement as PostgreSQL gets it; its rows are the versions that were there. */
    String sql() {
        return sql;
    }

    /** Makes the changes, no two of them from one version of one row, and gives the versions that were there. */
    Set<RowVersion> write(StatelessSession session, List<R> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        return session.doReturningWork(connection -> write(connection, ordered(rows)));
    }

    /** Fills in the parameters of {@link #sql} from this one on, and says which is the next. */
    int bind(PreparedStatement statement, int first, List<R> rows) throws SQLException {
        return arrays.bind(statement, first, ordered(rows));
    }

    private List<R> ordered(List<R> rows) {
        List<R> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(version, RowVersion.ORDER));
        return ordered;
    }

    private Set<RowVersion> write(Connection connection, List<R> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return switch (vendor) {
                case H2 -> inBatch(statement, rows);
                case POSTGRESQL -> {
                    arrays.bind(statement, 1, rows);
                    try (ResultSet found = statement.executeQuery()) {
                        yield RowVersion.readAll(found);
                    }
                }
            };
        }
    }

    private Set<RowVersion> inBatch(PreparedStatement statement, List<R> rows) throws SQLException {
        for (R row : rows) {
            Column.setAll(arrays.columns(), statement, row);
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
}
