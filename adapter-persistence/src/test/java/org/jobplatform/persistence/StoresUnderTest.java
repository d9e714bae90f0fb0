package org.jobplatform.persistence;

import org.jobplatform.application.port.Announcements;
import org.jobplatform.application.port.ApiKeyStore;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunNews;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.SessionStore;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.application.port.UserStore;
import org.junit.jupiter.api.BeforeEach;

/** The stores of one database, as the contracts ask for them. */
abstract class StoresUnderTest {
    private final TestDatabase which;

    StoresUnderTest(TestDatabase which) {
        this.which = which;
    }

    @BeforeEach
    final void empty() {
        which.empty();
    }

    public final RunStore runs() {
        return which.database().runs();
    }

    public final JobStore jobs() {
        return which.database().jobs();
    }

    public final ChainStore chains() {
        return which.database().chains();
    }

    public final RunIndex index() {
        return which.database().runIndex();
    }

    public final RunNews news() {
        return which.database().runNews();
    }

    public final RunLog log() {
        return which.database().runLog();
    }

    public final RunContent content() {
        return which.database().runContent();
    }

    public final RunRetention retention() {
        return which.database().runRetention();
    }

    public final DeliveryStore deliveries() {
        return which.database().deliveries();
    }

    public final SigningSecretStore secrets() {
        return which.database().signingSecrets(new SecretSeal(new byte[SecretSeal.KEY_BYTES]));
    }

    public final LeaseStore leases() {
        return which.database().leases();
    }

    public final Announcements announcements() {
        return which.database().announcements();
    }

    public final UserStore users() {
        return which.database().users();
    }

    public final SessionStore sessions() {
        return which.database().sessions();
    }

    public final ApiKeyStore keys() {
        return which.database().keys();
    }
}
