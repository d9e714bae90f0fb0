package org.jobplatform.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import org.jobplatform.application.port.Announcements;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunNews;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.SessionStore;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.persistence.Argon2PasswordHasher;
import org.jobplatform.persistence.Database;
import org.jobplatform.persistence.DatabaseSettings;
import org.jobplatform.persistence.SecretSeal;

/** The stores, all of one database. */
public final class PersistenceModule extends AbstractModule {
    private final DatabaseSettings settings;
    private final SecretSeal seal;

    /**
     * @param settings which database
     * @param seal of the secrets in it
     */
    public PersistenceModule(DatabaseSettings settings, SecretSeal seal) {
        this.settings = settings;
        this.seal = seal;
    }

    @Provides
    @Singleton
    Database database() {
        return Database.open(settings);
    }

    @Provides
    JobStore jobs(Database database) {
        return database.jobs();
    }

    @Provides
    RunStore runs(Database database) {
        return database.runs();
    }

    @Provides
    ChainStore chains(Database database) {
        return database.chains();
    }

    @Provides
    RunIndex runIndex(Database database) {
        return database.runIndex();
    }

    @Provides
    RunNews runNews(Database database) {
        return database.runNews();
    }

    @Provides
    RunLog runLog(Database database) {
        return database.runLog();
    }

    @Provides
    RunContent runContent(Database database) {
        return database.runContent();
    }

    @Provides
    RunRetention runRetention(Database database) {
        return database.runRetention();
    }

    @Provides
    LeaseStore leases(Database database) {
        return database.leases();
    }

    @Provides
    DeliveryStore deliveries(Database database) {
        return database.deliveries();
    }

    @Provides
    @Singleton
    SigningSecretStore signingSecrets(Database database) {
        return database.signingSecrets(seal);
    }

    @Provides
    Announcements announcements(Database database) {
        return database.announcements();
    }

    @Provides
    UserStore users(Database database) {
        return database.users();
    }

    @Provides
    SessionStore sessions(Database database) {
        return database.sessions();
    }

    @Provides
    ApiKeyStore keys(Database database) {
        return database.keys();
    }

    @Provides
    @Singleton
    PasswordHasher passwords() {
        return new Argon2PasswordHasher(new SecureRandom());
    }
}
