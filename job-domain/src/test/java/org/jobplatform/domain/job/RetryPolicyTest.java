package org.jobplatform.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void waitShouldDoubleUpToAnHour() {
        RetryPolicy policy = new RetryPolicy(100, Duration.ofMinutes(10));

        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(policy::delayAfter)
                        .map(delay -> delay.orElseThrow().toMinutes()))
                .containsExactly(10L, 20L, 40L, 60L, 60L);
        assertThat(policy.delayAfter(99)).contains(Duration.ofHours(1));
    }

    @Test
    void attemptsShouldEndWithTheirNumber() {
        RetryPolicy policy = new RetryPolicy(3, Duration.ofSeconds(1));

        assertThat(policy.delayAfter(2)).contains(Duration.ofSeconds(2));
        assertThat(policy.delayAfter(3)).isEmpty();
        assertThat(policy.delayAfter(4)).isEmpty();
        assertThat(RetryPolicy.NONE.delayAfter(1)).isEmpty();
    }

    @Test
    void retryShouldBeAtOnceWhenThereIsNoBackoff() {
        assertThat(new RetryPolicy(100, Duration.ZERO).delayAfter(99)).contains(Duration.ZERO);
    }

    @Test
    void policyShouldBeRefusedWhenAValueIsOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(101, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(1, Duration.ofHours(1).plusMillis(1)));
    }
}
