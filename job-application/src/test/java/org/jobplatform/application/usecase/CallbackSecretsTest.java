package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jobplatform.application.execution.SigningSecrets;
import org.jobplatform.application.execution.World;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SecretFailure;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.Test;

class CallbackSecretsTest {
    private final World world = new World();
    private final ProjectPath project = world.job("job").definition().project();
    private final SigningSecrets signing = new SigningSecrets(world.storage.secrets(), world.ids, world.time, () -> 0);
    private final CallbackSecrets secrets = new CallbackSecrets(world.storage.jobs(), signing, world.time);

    @Test
    void rotationShouldKeepTheOldSecretUntilItIsRetired() {
        ProjectSecrets first = secrets.show(project, AccessExamples.ALICE);

        ProjectSecrets rotated = secrets.rotate(project, AccessExamples.ALICE);
        assertThat(rotated.previous()).contains(first.current());
        assertThat(rotated.current()).isNotEqualTo(first.current());
        assertThat(signing.toSignWith(project).valid()).containsExactly(rotated.current(), first.current());
        secrets.retirePrevious(project, AccessExamples.ALICE);
        secrets.retirePrevious(project, AccessExamples.ALICE);

        assertThat(signing.toSignWith(project).valid()).containsExactly(rotated.current());
    }

    @Test
    void rotationShouldBeRefusedWhenTwoSecretsAreValid() {
        ProjectSecrets rotated = secrets.rotate(project, AccessExamples.ALICE);

        assertThatExceptionOfType(SecretFailure.StillRotating.class)
                .isThrownBy(() -> secrets.rotate(project, AccessExamples.ALICE));
        assertThat(secrets.show(project, AccessExamples.ALICE)).isEqualTo(rotated);
    }

    @Test
    void secretShouldNotBeMadeForAProjectWithoutJobs() {
        ProjectPath unknown = new ProjectPath("Nobody");

        assertThatExceptionOfType(SecretFailure.NoProject.class)
                .isThrownBy(() -> secrets.show(unknown, AccessExamples.ALICE));
        assertThat(world.storage.secrets().find(unknown)).isEmpty();
    }
}
