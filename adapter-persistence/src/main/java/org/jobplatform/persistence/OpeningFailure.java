package org.jobplatform.persistence;

import java.nio.file.Path;
import java.sql.SQLException;

/** Why a database could not be opened, in words for the operator. */
final class OpeningFailure {
    private static final int H2_IN_USE = 90020;
    private static final int H2_WRONG_PASSWORD = 28000;

    private OpeningFailure() {}

    static DatabaseUnusable of(DatabaseSettings settings, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && settings.vendor() == Vendor.H2) {
                Path file = H2File.of(settings.url()).file();
                if (sql.getErrorCode() == H2_IN_USE) {
                    return new DatabaseUnusable(
                            "another server is using the database " + file + ": stop it, or give this one another"
                                    + " data.dir; several servers can share a PostgreSQL",
                            failure);
                }
                if (sql.getErrorCode() == H2_WRONG_PASSWORD) {
                    return new DatabaseUnusable(
                            "the database " + file + " was made with another user or password", failure);
                }
            }
        }
        return new DatabaseUnusable("the database cannot be opened: " + failure.getMessage(), failure);
    }
}
