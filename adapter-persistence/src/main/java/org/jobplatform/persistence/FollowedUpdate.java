package org.jobplatform.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes rows on PostgreSQL, each only when it still has its version, and inserts what comes with those changes. Of several
 * changes of one row, made from several versions, what comes with the others is not inserted.
 *
 * @param <R> a row
 * @param <F> what comes with the change of a row
 */
final class FollowedUpdate<R, F> {
    /**
     * What comes with a change.
     *
     * @param madeFrom the version of the row that the change was made from
     */
    record Follower<F>(long madeFrom, F row) {}

    private final BulkUpdate<R> update;
    private final String table;
    private final RowArrays<F> inserted;
    private final RowArrays<Follower<F>> following;
    private final String key;

    /**
     * @param table of what comes with a change
     * @param inserted its columns
     * @param key the column of it that names the changed row
     */
    FollowedUpdate(BulkUpdate<R> update, String table, RowArrays<F> inserted, String key) {
        this.update = update;
        this.table = table;
        this.inserted = inserted;
        this.following = new RowArrays<>(
                inserted.alias(),
                Stream.concat(
                                inserted.columns().stream().map(column -> column.<Follower<F>>of(Follower::row)),
                                Stream.of(Column.number("made_from", (Follower<F> follower) -> follower.madeFrom())))
                        .toList());
        this.key = key;
    }

    /** The statement; its rows are the versions that were there. */
    String sql(List<Follower<F>> followers) {
        return followers.isEmpty()
                ? update.sql()
                : "with changed as (" + update.sql() + "), following as (insert into " + table + " ("
                        + inserted.names() + ") select " + inserted.values() + " from " + following.table()
                        + " join changed on changed.id = " + inserted.alias() + "." + key
                        + " and changed.version = " + inserted.alias() + ".made_from"
                        + ") select id, version from changed";
    }

    /** Fills in the parameters from this one on, and says which is the next. */
    int bind(PreparedStatement statement, int first, List<R> rows, List<Follower<F>> followers) throws SQLException {
        int next = update.bind(statement, first, rows);
        return followers.isEmpty() ? next : following.bind(statement, next, followers);
    }
}
