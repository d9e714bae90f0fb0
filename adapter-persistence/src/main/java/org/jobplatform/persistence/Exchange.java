package org.jobplatform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Statements that PostgreSQL is sent in one message, and whose results and commit come back in one: everything between two
 * synchronisations of its protocol is one transaction, so that they are made together or not at all.
 */
final class Exchange {
    private final Sessions sessions;
    private final DataSource connections;

    /** @param connections that commit by themselves */
    Exchange(Sessions sessions, DataSource connections) {
        this.sessions = sessions;
        this.connections = connections;
    }

    /**
     * Makes these statements, at least one, durably.
     *
     * @throws RowConflict when they collided with others and none was made
     * @throws org.jobplatform.application.port.StorageUnavailable when it is not known whether they were made
     */
    void make(String doing, List<? extends ExchangePart> parts) {
        sessions.writeBy(doing, connections, connection -> send(connection, parts));
    }

    private static void send(Connection connection, List<? extends ExchangePart> parts) throws SQLException {
        String sql = parts.stream().map(ExchangePart::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (ExchangePart part : parts) {
                parameter = part.bind(statement, parameter);
            }
            statement.execute();
            for (ExchangePart part : parts) {
                try (ResultSet rows = statement.getResultSet()) {
                    part.read(rows);
                }
                statement.getMoreResults();
            }
        }
    }
}
