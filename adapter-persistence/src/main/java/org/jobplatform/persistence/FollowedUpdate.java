package org.jobplatform.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Changes rows on PostgreSQL, each only when it still has its version, and inserts what comes with those that were changed.
 *
 * @param update of the rows
 * @param table of what comes with them
 * @param followers the columns of that
 * @param key the column of a follower that names the row it comes with
 * @param <R> a row
 * @param <F> what comes with a row
 */
record FollowedUpdate<R, F>(BulkUpdate<R> update, String table, RowArrays<F> followers, String key) {
    /** The statement; its rows are the versions that were there. */
    String sql(List<F> following) {
        return following.isEmpty()
                ? update.sql()
                : "with changed as (" + update.sql() + "), following as (insert into " + table + " ("
                        + followers.names() + ") select " + followers.values() + " from " + followers.table()
                        + " join changed on changed.id = " + followers.alias() + "." + key
                        + ") select id, version from changed";
    }

    /** Fills in the parameters from this one on, and says which is the next. */
    int bind(PreparedStatement statement, int first, List<R> rows, List<F> following) throws SQLException {
        int next = update.bind(statement, first, rows);
        return following.isEmpty() ? next : followers.bind(statement, next, following);
    }
}
