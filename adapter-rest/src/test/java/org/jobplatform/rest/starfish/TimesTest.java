package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void timeShouldHaveSevenDigitsAndAnOffset() {
        assertThat(Times.format(Instant.parse("2024-04-20T16:06:49.638407399Z")))
                .isEqualTo("2024-04-20T16:06:49.6384073+00:00");
        assertThat(Times.format(Instant.parse("2024-04-20T16:06:49Z"))).isEqualTo("2024-04-20T16:06:49.0000000+00:00");
    }

    @Test
    void durationShouldHaveSevenDigitsAndDaysOnlyWhenThereAreAny() {
        assertThat(Times.format(Duration.ofNanos(7_435_000_099L))).isEqualTo("00:00:07.4350000");
        assertThat(Times.format(Duration.ofHours(24).minusNanos(1))).isEqualTo("23:59:59.9999999");
        assertThat(Times.format(Duration.ofHours(51))).isEqualTo("2.03:00:00.0000000");
        assertThat(Times.format(Duration.ZERO)).isEqualTo("00:00:00.0000000");
    }
}
