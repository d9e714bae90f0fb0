package org.jobplatform.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL started for a cluster, from what its distribution brings along; only that command has it on its class path. */
final class EmbeddedDatabase implements AutoCloseable {
    /** The user, and its password: who can reach the port, which is on the loopback address only, can use it. */
    static final String USER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts it on the data that the folder holds, or on none.
     *
     * @throws StartFailure when there is none for this machine, or it does not start
     */
    static EmbeddedDatabase start(Path folder) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("postgresql"));
        // It would otherwise leave a folder beside that of the user's.
        System.setProperty("ot.epg.working-dir", programs.toString());
        try {
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setDataDirectory(programs.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start());
        } catch (IOException | IllegalStateException failed) {
            throw new StartFailure(
                    "the embedded PostgreSQL does not start here; name another one by database.url", failed);
        } catch (LinkageError missing) {
            throw new StartFailure("this distribution has no embedded PostgreSQL; name one by database.url", missing);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
