package org.jobplatform.bootstrap.endtoend;

import org.junit.jupiter.api.AfterEach;

/** The same client, and a server on PostgreSQL. */
class PostgresInformaticaEndToEndTest extends InformaticaEndToEndTest {
    private final Postgres postgres = Postgres.start();

    @Override
    ServerProcess.Plan plan() {
        return postgres.use(super.plan());
    }

    @AfterEach
    void stopPostgres() {
        postgres.close();
    }
}
