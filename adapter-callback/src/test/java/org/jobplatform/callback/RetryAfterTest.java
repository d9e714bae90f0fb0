package org.jobplatform.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            120                           | PT2M
            999999999                     | PT8784H
            Sun, 01 Mar 2026 12:00:30 GMT | PT30S
            Sunday, 01-Mar-26 12:00:30 GMT| PT30S
            Sun, 01 Mar 2026 11:00:00 GMT | PT0S
            Sat, 01 Mar 2036 12:00:00 GMT | PT8784H
            """)
    void waitShouldBeReadWhenItIsWellFormed(String text, Duration expected) {
        assertThat(RetryAfter.parse(text, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "PT5S", "99999999999999999999", "１２"})
    void waitShouldBeAbsentWhenItIsNeitherSecondsNorADate(String text) {
        assertThat(RetryAfter.parse(text, NOW)).isEmpty();
    }
}
