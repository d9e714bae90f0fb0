package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.util.Optional;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SecretFailure;
import org.jobplatform.domain.callback.SigningSecret;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.Test;

/** What every {@link SigningSecretStore} keeps to. */
public interface SigningSecretStoreContract {
    /** A project whose name is neither short nor ASCII. */
    ProjectPath PROJECT = new ProjectPath("Vertrieb/Übersicht 1");

    /** The secrets: the same throughout a test, and none at its beginning. */
    SigningSecretStore secrets();

    @Test
    default void saveShouldAddTheFirstSecretOfAProject() {
        ProjectSecrets first = first(1);

        ProjectSecrets kept = secrets().save(first);

        assertThat(kept).isEqualTo(first.withVersion(1));
        assertThat(secrets().find(PROJECT)).contains(kept);
        assertThat(secrets().find(new ProjectPath("Vertrieb"))).isEmpty();
    }

    @Test
    default void saveShouldReplaceTheSecretsOfItsVersion() {
        ProjectSecrets rotated = secrets().save(secrets().save(first(1)).rotated(secret(2), NOW.plusSeconds(9)));

        assertThat(secrets().find(PROJECT)).contains(rotated);
        assertThat(rotated.current()).isEqualTo(secret(2));
        assertThat(rotated.previous()).contains(secret(1));
        assertThat(secrets().save(rotated.retired()).previous()).isEmpty();
        assertThat(secrets().find(PROJECT).flatMap(ProjectSecrets::previous)).isEmpty();
    }

    @Test
    default void saveShouldBeRefusedWhenTheStoredVersionIsAnother() {
        ProjectSecrets read = secrets().save(first(1));
        ProjectSecrets kept = secrets().save(read.rotated(secret(2), NOW));

        assertThatExceptionOfType(SecretFailure.Stale.class)
                .isThrownBy(() -> secrets().save(read.rotated(secret(3), NOW)));
        assertThatExceptionOfType(SecretFailure.Stale.class)
                .isThrownBy(() -> secrets().save(first(4)));
        assertThat(secrets().find(PROJECT)).contains(kept);
    }

    @Test
    default void saveShouldBeRefusedWhenThereIsNothingToReplace() {
        assertThatExceptionOfType(SecretFailure.Stale.class)
                .isThrownBy(() -> secrets().save(first(1).withVersion(1)));
        assertThat(secrets().find(PROJECT)).isEmpty();
    }

    @Test
    default void oneSecretShouldBeTheFirstWhenManyRace() {
        Race<ProjectSecrets> race = Race.among(16, (number, line) -> {
            ProjectSecrets mine = first(number);
            line.cross();
            return secrets().save(mine);
        });

        assertThat(race.wins()).hasSize(1);
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(SecretFailure.Stale.class);
        assertThat(Optional.of(race.wins().getFirst())).isEqualTo(secrets().find(PROJECT));
    }

    private static ProjectSecrets first(int number) {
        return ProjectSecrets.first(PROJECT, secret(number), NOW);
    }

    private static SigningSecret secret(int number) {
        byte[] key = new byte[32];
        key[31] = (byte) number;
        return SigningSecret.of(key);
    }
}
