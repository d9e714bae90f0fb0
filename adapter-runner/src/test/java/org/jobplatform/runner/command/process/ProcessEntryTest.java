package org.jobplatform.runner.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessEntryTest {

    private static byte[] stat(String name, String state, int threads) {
        return ("42 (" + name + ") " + state + " 7 40 39 34816 0 1 2 3 4 5 6 7 8 9 20 0 " + threads
                        + " 0 8888 11 12 13\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void parseShouldReadEveryFieldWhenNameHoldsBlanksAndBrackets() {
        assertThat(ProcessEntry.parse(stat("a) S 1 (b", "R", 3)))
                .contains(new ProcessEntry(new ProcessId(42, 8888), "a) S 1 (b", 7, 40, 39, true, true, false));
    }

    @ParameterizedTest
    @CsvSource({"R,1,true", "D,1,true", "T,1,true", "Z,1,false", "X,1,false", "Z,2,true"})
    void parseShouldTellTheLivingFromTheEndedWhenStateIs(String state, int threads, boolean alive) {
        assertThat(ProcessEntry.parse(stat("sh", state, threads)))
                .hasValueSatisfying(entry -> assertThat(entry.alive()).isEqualTo(alive));
    }

    @ParameterizedTest
    @CsvSource({"R,false", "S,false", "D,false", "T,true", "t,true", "Z,false"})
    void parseShouldTellWhatASignalHoldsWhenStateIs(String state, boolean stopped) {
        assertThat(ProcessEntry.parse(stat("sh", state, 1)))
                .hasValueSatisfying(entry -> assertThat(entry.stopped()).isEqualTo(stopped));
    }

    @Test
    void parseShouldBeEmptyWhenTextIsCutShort() {
        assertThat(ProcessEntry.parse("42 (sh) S 1 2".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }
}
