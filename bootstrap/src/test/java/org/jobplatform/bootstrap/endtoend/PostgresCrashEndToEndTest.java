package org.jobplatform.bootstrap.endtoend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresCrashEndToEndTest implements CrashContract {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Override
    public ServerProcess.Plan plan(Path folder) {
        return new ServerProcess.Plan(folder)
                .with("JOB_PLATFORM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
                .with("JOB_PLATFORM_DATABASE_USER", "postgres")
                .with("JOB_PLATFORM_DATABASE_PASSWORD", "postgres");
    }
}
