package org.jobplatform.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.run.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionSettingsTest {
    @Test
    void runsShouldBeKeptForNinetyDaysWhenNothingIsSaid() {
        assertThat(read(Map.of())).contains(new RetentionPolicy(Duration.ofDays(90), 20));
    }

    @Test
    void runsShouldBeKeptAsLongAsIsSaid() {
        assertThat(read(Map.of("JOB_PLATFORM_RETENTION_RUNS", "PT36H", "JOB_PLATFORM_RETENTION_KEEP", "0")))
                .contains(new RetentionPolicy(Duration.ofHours(36), 0));
    }

    @Test
    void runsShouldBeKeptForEverWhenOff() {
        assertThat(read(Map.of("JOB_PLATFORM_RETENTION_RUNS", "off"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RETENTION_RUNS, PT0S, retention.runs: must be PT1M to P36500D",
        "RETENTION_RUNS, P3M, retention.runs: must be a duration such as P90D",
        "RETENTION_RUNS, OFF, retention.runs: must be a duration such as P90D",
        "RETENTION_KEEP, -1, retention.keep: must be 0 to 1000",
        "RETENTION_DAYS, 3, JOB_PLATFORM_RETENTION_RUNS"
    })
    void startShouldBeRefusedWhenTheRuleMakesNoSense(String variable, String value, String problem) {
        assertThatThrownBy(() -> read(Map.of("JOB_PLATFORM_" + variable, value)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(problem);
    }

    private static Optional<RetentionPolicy> read(Map<String, String> environment) {
        return ServerSettings.read(Map.of(), environment, Optional.empty()).retention();
    }
}
