package org.jobplatform.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The embedded database in the server's own data folder.
 *
 * @param folder of the server
 */
public record H2Database(Path folder) implements TestedDatabase {
    private static final String USER = "job_platform";

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Connection connect() throws SQLException {
        Path data = folder.resolve("data");
        try {
            String password =
                    Files.readString(data.resolve("database.password")).strip();
            return DriverManager.getConnection("jdbc:h2:" + data.resolve("job-platform"), USER, password);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public History history() {
        return History.ON_H2;
    }

    @Override
    public StoredRuns runs(InetSocketAddress server) {
        return new HttpStoredRuns(server);
    }
}
