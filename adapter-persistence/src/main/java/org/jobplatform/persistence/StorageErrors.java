package org.jobplatform.persistence;

import java.sql.SQLException;
import org.jobplatform.application.port.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means to the caller of a port. */
final class StorageErrors {
    /** H2: a row was changed by a transaction that was faster. */
    private static final int H2_CONCURRENT_UPDATE = 90131;

    private StorageErrors() {}

    /**
     * A {@link RowConflict} when the change collided with another, a {@link StorageUnavailable} when the database did not
     * do its part, and the failure itself when it is none of the database's or our own mistake.
     */
    static RuntimeException translate(String doing, RuntimeException failure) {
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return failure;
        }
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("23") || state.startsWith("40") || cause.getErrorCode() == H2_CONCURRENT_UPDATE) {
            return new RowConflict(doing, failure);
        }
        if (state.startsWith("22") || state.startsWith("42")) {
            return failure;
        }
        return new StorageUnavailable(doing, failure);
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
