package org.jobplatform.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RetentionPolicyTest {
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant AHEAD = Instant.parse("2126-04-01T12:00:00Z");

    @Test
    void endedBeforeShouldBelieveTheClockThatIsBehind() {
        RetentionPolicy policy = new RetentionPolicy(Duration.ofDays(90), 20);

        assertThat(policy.endedBefore(NOW, AHEAD)).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(policy.endedBefore(AHEAD, NOW)).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
    }

    @Test
    void policyShouldRefuseWhatIsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionPolicy(Duration.ofSeconds(59), 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionPolicy(Duration.ofDays(36_501), 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionPolicy(Duration.ofDays(1), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionPolicy(Duration.ofDays(1), 1_001));
    }
}
