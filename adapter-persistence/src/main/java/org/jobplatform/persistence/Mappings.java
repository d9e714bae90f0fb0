package org.jobplatform.persistence;

import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.QuerySettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Which classes Hibernate maps, and how. The schema is none of its business. */
final class Mappings {
    private Mappings() {}

    static SessionFactory open(DataSource pool) {
        return new HibernatePersistenceConfiguration("job-platform")
                .managedClasses(
                        JobEntity.class,
                        RunEntity.class,
                        RunAttemptEntity.class,
                        LogChunkEntity.class,
                        ContentEntity.class,
                        ContentChunkEntity.class,
                        DeliveryEntity.class,
                        DeliveryAttemptEntity.class,
                        SigningSecretEntity.class,
                        LeaseEntity.class,
                        UserEntity.class,
                        GrantEntity.class,
                        SessionEntity.class,
                        ApiKeyEntity.class)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
                .property(JdbcSettings.JDBC_TIME_ZONE, "UTC")
                .property(MappingSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl())
                // They hold the values of the row. What is wrong reaches the caller, and is logged there if at all.
                .property(JdbcSettings.LOG_JDBC_ERRORS, false)
                // Lists of any length would otherwise fill the cache of query plans.
                .property(QuerySettings.IN_CLAUSE_PARAMETER_PADDING, true)
                .createEntityManagerFactory();
    }
}
