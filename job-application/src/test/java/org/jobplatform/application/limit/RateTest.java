package org.jobplatform.application.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    private final ElapsedTime time = new ElapsedTime();

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_000})
    void secondShouldHoldAsManyAsTheRateSays(int perSecond) {
        Rate rate = new Rate(perSecond, time);

        assertThat(taken(rate, perSecond + 1)).isEqualTo(perSecond);
        time.pass(Duration.ofSeconds(1));
        assertThat(taken(rate, perSecond + 1)).isEqualTo(perSecond);
    }

    @Test
    void refusalShouldTellWhenTheNextIsThere() {
        Rate rate = new Rate(4, time);
        taken(rate, 4);

        assertThat(rate.take("a")).contains(Duration.ofMillis(250));
        time.pass(Duration.ofMillis(100));
        assertThat(rate.take("a")).contains(Duration.ofMillis(150));
        time.pass(Duration.ofMillis(150));
        assertThat(rate.take("a")).isEmpty();
        assertThat(rate.take("a")).contains(Duration.ofMillis(250));
    }

    @Test
    void restShouldSaveUpNoMoreThanASecond() {
        Rate rate = new Rate(4, time);
        taken(rate, 4);
        time.pass(Duration.ofHours(1));

        assertThat(taken(rate, 100)).isEqualTo(4);
    }

    @Test
    void oneKeyShouldNotPayForAnother() {
        Rate rate = new Rate(1, time);
        taken(rate, 2);

        assertThat(rate.take("b")).isEmpty();
    }

    @Test
    void keysUnusedForTheLongestShouldBeForgottenWhenThereAreTooMany() {
        Rate rate = new Rate(1, time);
        rate.take("a");
        rate.take("kept");
        for (int other = 0; other < 9_999; other++) {
            rate.take("other " + other);
        }

        assertThat(rate.take("kept")).isPresent();
        assertThat(rate.take("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void rateShouldBeWithinBounds(int perSecond) {
        assertThatThrownBy(() -> new Rate(perSecond, time)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int taken(Rate rate, int tries) {
        int taken = 0;
        for (int attempt = 0; attempt < tries; attempt++) {
            taken += rate.take("a").isEmpty() ? 1 : 0;
        }
        return taken;
    }
}
