package org.jobplatform.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,0",
        "BYTES=0-,0,9",
        "bytes=9-9,9,9",
        "bytes=3-999999999999999999,3,9",
        "bytes=-1,9,9",
        "bytes=-99,0,9"
    })
    void rangeShouldBePart(String header, long first, long last) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
    void rangeShouldBeUnsatisfiableWhenNoByteIsThere(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=4-3",
                "bytes=1-2,4-5",
                "bytes=a-b",
                "lines=1-2",
                "bytes=9999999999999999999-"
            })
    void wholeShouldBeMeantWhenHeaderIsNoSingleRange(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void wholeShouldBeMeantWhenThereIsNoHeader() {
        assertThat(ByteRange.of(null, 0)).isEqualTo(new ByteRange.Whole());
    }
}
