package org.jobplatform.runner.noop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jobplatform.domain.job.Problem;
import org.junit.jupiter.api.Test;

class NoopRunnerTest {

    @Test
    void validateShouldRefuseEverySettingWhenThereAreAny() {
        assertThat(new NoopRunner().validate(Map.of("argv", 1L)))
                .extracting(Problem::field)
                .containsExactly("noop.argv");
        assertThat(new NoopRunner().validate(Map.of())).isEmpty();
    }
}
