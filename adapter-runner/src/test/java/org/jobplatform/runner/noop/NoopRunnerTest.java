package org.jobplatform.runner.noop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jobplatform.domain.job.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoopRunnerTest {
    private final NoopRunner runner = new NoopRunner();

    @Test
    void validateShouldFindNothingWrongWhenNothingIsSet() {
        assertThat(runner.validate(Map.of())).isEmpty();
    }

    @Test
    void validateShouldRefuseASettingWhenItIsNotKnown() {
        assertThat(runner.validate(Map.of("argv", 1L)))
                .extracting(Problem::field)
                .containsExactly("noop.argv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "PT24H", "P1D"})
    void validateShouldTakeADurationWhenItIsAtMostADay(String duration) {
        assertThat(runner.validate(Map.of("duration", duration))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "PT-1S", "PT24H0.001S", "P300000000D"})
    void validateShouldRefuseADurationWhenItIsNoneOrTooLong(String duration) {
        assertThat(runner.validate(Map.of("duration", duration)))
                .extracting(Problem::field)
                .containsExactly("noop.duration");
    }
}
