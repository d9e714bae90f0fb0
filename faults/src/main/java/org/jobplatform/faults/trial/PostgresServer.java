package org.jobplatform.faults.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL of its own that makes commits durable, and that can be killed, frozen and started again. */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();
    private final Path data;
    private final Path control;

    private PostgresServer(EmbeddedPostgres postgres, Path data, Path control) {
        this.postgres = postgres;
        this.data = data;
        this.control = control;
    }

    /**
     * Starts it, on a free port.
     *
     * @param data where its files are to be; empty or not there
     */
    static PostgresServer start(Path folder, Path data) {
        try {
            Path binaries = folder.resolve("binaries");
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(data)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "150")
                    .setServerConfig("min_wal_size", "32MB")
                    .setServerConfig("max_wal_size", "64MB")
                    .start();
            try (Stream<Path> found = Files.find(binaries, 6, (path, about) -> path.endsWith("bin/pg_ctl"))) {
                return new PostgresServer(postgres, data, found.findFirst().orElseThrow());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it listens, on the loopback address. */
    public int port() {
        return postgres.getPort();
    }

    /** Makes an empty database and says its name. */
    String create() {
        String database = "trial-" + databases.incrementAndGet();
        execute("create database \"" + database + "\"");
        return database;
    }

    /** The URL of one of its databases, reached through another port when that is not its own. */
    String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(port(), database), USER, USER);
    }

    /** Cuts every connection of the servers, as an administrator may. */
    public void terminateBackends() {
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
    }

    /** As {@code kill -9} of the postmaster and all its backends. */
    public void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        // Begun too early, the next one finds shared memory still in use.
        Waiting.until("PostgreSQL is gone", PATIENCE, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts it after {@link #kill}, and waits until it takes connections. */
    public void startAgain() {
        control("restart");
    }

    /** Ends it without a checkpoint, as if it had crashed, and starts it again. */
    public void restartAtOnce() {
        control("restart");
    }

    /** Stops all its processes where they are, until {@link #thaw}. */
    public void freeze() {
        processes().forEach(process -> Shell.signal("STOP", process.pid()));
    }

    /** Lets it go on. */
    public void thaw() {
        processes().forEach(process -> Shell.signal("CONT", process.pid()));
    }

    private void control(String action) {
        List<String> command = new ArrayList<>();
        if (Lab.isRoot()) {
            // PostgreSQL refuses to be started by root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control.toString(), "-D", data.toString(), "-m", "immediate", "-w"));
        command.addAll(
                List.of("-l", data.resolveSibling(data.getFileName() + ".log").toString(), action));
        Shell.run(command);
    }

    private List<ProcessHandle> processes() {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            List<ProcessHandle> all = new ArrayList<>();
            ProcessHandle.of(postmaster).ifPresent(first -> {
                all.add(first);
                first.descendants().forEach(all::add);
            });
            return all;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect(USER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new TrialFailed("PostgreSQL refuses " + sql, failed);
        }
    }

    @Override
    public void close() {
        thaw();
        List<ProcessHandle> left = processes();
        try {
            postgres.close();
            left.forEach(ProcessHandle::destroyForcibly);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
