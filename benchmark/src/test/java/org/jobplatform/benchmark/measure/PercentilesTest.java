package org.jobplatform.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void millisecondsShouldBeTheLeastThatSoManyDoNotExceed() {
        Percentiles times = new Percentiles(
                LongStream.rangeClosed(1, 100).map(i -> 101_000 - i * 1_000).toArray());

        assertThat(times.milliseconds(50)).isEqualTo(50);
        assertThat(times.milliseconds(99)).isEqualTo(99);
        assertThat(times.milliseconds(100)).isEqualTo(100);
    }

    @Test
    void percentilesShouldFailWhenNothingWasMeasured() {
        assertThatExceptionOfType(MeasurementFailed.class).isThrownBy(Percentiles::new);
    }
}
