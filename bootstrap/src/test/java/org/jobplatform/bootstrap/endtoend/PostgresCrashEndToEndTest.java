package org.jobplatform.bootstrap.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresCrashEndToEndTest implements CrashContract {
    private static Postgres postgres;

    @BeforeAll
    static void startPostgres() {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @Override
    public ServerProcess.Plan plan(Path folder) {
        return postgres.use(new ServerProcess.Plan(folder));
    }
}
