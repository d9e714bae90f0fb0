package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the database itself whether an acknowledged change is durable, whatever was configured. */
final class DurabilityCheck {
    private static final String WRITE_DELAY =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";
    private static final String LOSSY =
            "select name from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')"
                    + " and setting = 'off' order by name";

    private DurabilityCheck() {}

    /** @throws DatabaseUnusable when the database may lose what it acknowledged */
    static void require(Vendor vendor, Connection connection) throws SQLException {
        switch (vendor) {
            case H2 -> requireNoWriteDelay(texts(connection, WRITE_DELAY));
            case POSTGRESQL -> requireNoneOff(texts(connection, LOSSY));
        }
    }

    private static void requireNoWriteDelay(List<String> found) {
        // Once for what the file says and once for what the connection asked for, when both do.
        if (found.isEmpty() || !found.stream().allMatch("0"::equals)) {
            throw new DatabaseUnusable("H2 writes with a delay of " + found
                    + " ms and not at once: acknowledged changes" + " would be lost when the process dies");
        }
    }

    private static void requireNoneOff(List<String> off) {
        if (!off.isEmpty()) {
            throw new DatabaseUnusable("PostgreSQL may lose acknowledged changes: turn on " + String.join(", ", off));
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
