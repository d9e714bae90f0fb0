package org.jobplatform.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private static final Progress HALF = Progress.NONE.advance(50, Optional.of("half"));

    @ParameterizedTest
    @CsvSource({"49, 50", "50, 50", "51, 51", "100, 100", "-7, 50", "101, 100", "2147483647, 100", "-2147483648, 50"})
    void percentageShouldNeverFallOrLeaveItsRange(int reported, int expected) {
        assertThat(HALF.advance(reported, Optional.empty()).percent()).isEqualTo(expected);
    }

    @Test
    void summaryShouldStayUntilThereIsAnother() {
        assertThat(HALF.advance(60, Optional.empty()).summary()).contains("half");
        assertThat(HALF.advance(10, Optional.of("again")).summary()).contains("again");
    }

    @Test
    void summaryShouldBeCutWhenItIsTooLongAndHoldNoNul() {
        String text = "x\0".repeat(Progress.MAXIMUM_SUMMARY + 1);

        assertThat(Progress.NONE.advance(1, Optional.of(text)).summary())
                .contains("x".repeat(Progress.MAXIMUM_SUMMARY));
    }

    @Test
    void rowsShouldReplaceTheRowsBefore() {
        RowCounters first = new RowCounters(5, 5, 0, 0, 0, 0, 0);
        RowCounters second = new RowCounters(3, 1, 0, 0, 2, 0, 0);

        Progress progress = HALF.withRows(first).withRows(second);

        assertThat(progress.rows()).isEqualTo(second);
        assertThat(progress.percent()).isEqualTo(50);
        assertThat(progress.rows().succeeded()).isEqualTo(1);
    }

    @Test
    void completionShouldKeepAllButThePercentage() {
        assertThat(HALF.complete()).isEqualTo(new Progress(100, Optional.of("half"), RowCounters.NONE));
    }

    @Test
    void countsShouldBeRefusedWhenOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Progress(101, Optional.empty(), RowCounters.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Progress(-1, Optional.empty(), RowCounters.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new RowCounters(0, 0, 0, 0, -1, 0, 0));
    }
}
