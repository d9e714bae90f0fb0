package org.jobplatform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Pools of connections that neither wait nor hang for long. */
final class ConnectionPool {
    private static final long WAIT_MILLIS = 2_000;

    /**
     * Every query here looks for few rows by an index. A plan made while a table was small, or its statistics old, must not read
     * all of it once it has grown, nor sort all that waits where an index has it in order.
     */
    private static final String BY_INDEX =
            " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_sort=off -c jit=off";

    /** The same few statements again and again, whose plans do not depend on what they are given. */
    private static final String PLANNED_ONCE = " -c plan_cache_mode=force_generic_plan";

    private ConnectionPool() {}

    /** For whatever a store asks. */
    static HikariDataSource open(DatabaseSettings settings) {
        return open(settings, "database", settings.poolSize(), BY_INDEX);
    }

    /** For groups of changes on PostgreSQL, which never wait for a connection that somebody else has. */
    static HikariDataSource forGroups(DatabaseSettings settings) {
        return open(settings, "groups", settings.vendor().flushers(), BY_INDEX + PLANNED_ONCE);
    }

    private static HikariDataSource open(DatabaseSettings settings, String name, int size, String options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(1_000);
        switch (settings.vendor()) {
            case H2 -> {
                config.setJdbcUrl(H2File.of(settings.url()).url());
                config.setMaxLifetime(0);
                config.setKeepaliveTime(0);
            }
            case POSTGRESQL -> {
                config.setJdbcUrl(settings.url());
                config.addDataSourceProperty("ApplicationName", "job-platform");
                config.addDataSourceProperty("reWriteBatchedInserts", "true");
                // A failure's text would otherwise hold the values of the row, secrets among them.
                config.addDataSourceProperty("logServerErrorDetail", "false");
                config.addDataSourceProperty("tcpKeepAlive", "true");
                config.addDataSourceProperty("connectTimeout", "2");
                config.addDataSourceProperty("loginTimeout", "3");
                // By default the driver waits for ever on a cut cable.
                config.addDataSourceProperty("socketTimeout", "3");
                config.addDataSourceProperty(
                        "options", "-c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000" + options);
            }
        }
        return new HikariDataSource(config);
    }
}
