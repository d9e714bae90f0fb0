package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.SequentialIds;
import org.jobplatform.application.port.SettableTime;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SigningSecret;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.Test;

class SigningSecretsTest {
    private static final ProjectPath PROJECT = new ProjectPath("Sales");

    private final SettableTime time = new SettableTime(RunExamples.NOW);
    private final InMemoryStorage storage = new InMemoryStorage(time);
    private final SequentialIds ids = new SequentialIds();
    private final Outages outages = new Outages();
    private final SigningSecrets here = node(outages.reach(SigningSecretStore.class, storage.secrets()));
    private final SigningSecrets there = node(storage.secrets());

    @Test
    void secretShouldBeMadeAtFirstNeedAndBeTheSameEverywhere() {
        ProjectSecrets made = here.toSignWith(PROJECT);

        assertThat(made.current().key()).hasSize(32);
        assertThat(there.toSignWith(PROJECT)).isEqualTo(made);
        assertThat(here.toSignWith(new ProjectPath("Other")).current()).isNotEqualTo(made.current());
    }

    @Test
    void changeOfAnotherNodeShouldBeKnownTenSecondsLater() {
        ProjectSecrets made = here.toSignWith(PROJECT);
        ProjectSecrets rotated = there.save(made.rotated(there.next(), time.instant()));
        time.advance(Duration.ofMillis(9_999));
        assertThat(here.toSignWith(PROJECT)).isEqualTo(made);
        time.advance(Duration.ofMillis(1));

        assertThat(here.toSignWith(PROJECT)).isEqualTo(rotated);
        assertThat(rotated.valid()).containsExactly(rotated.current(), made.current());
    }

    @Test
    void knownSecretShouldSignWhileTheStoreIsOutOfReach() {
        ProjectSecrets made = here.toSignWith(PROJECT);
        outages.begin();
        time.advance(Duration.ofHours(1));

        assertThat(here.toSignWith(PROJECT)).isEqualTo(made);
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> here.toSignWith(new ProjectPath("Other")));
    }

    @Test
    void oneSecretShouldBeMadeWhenTwoNodesNeedItAtOnce() {
        outages.plan((number, call) -> {
            if (call.equals("SigningSecretStore.save")) {
                there.toSignWith(PROJECT);
            }
            return Outages.Fault.NONE;
        });

        assertThat(here.toSignWith(PROJECT)).isEqualTo(there.toSignWith(PROJECT));
    }

    @Test
    void secretShouldNotBeInItsText() {
        SigningSecret secret = here.next();

        assertThat(here.toSignWith(PROJECT).toString()).contains("whsec_***");
        assertThat(secret).hasToString("whsec_***");
    }

    private SigningSecrets node(SigningSecretStore store) {
        return new SigningSecrets(
                store,
                ids,
                time,
                () -> Duration.between(RunExamples.NOW, time.instant()).toNanos());
    }
}
