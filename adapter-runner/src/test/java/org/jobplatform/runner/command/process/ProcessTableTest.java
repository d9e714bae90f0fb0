package org.jobplatform.runner.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessTableTest {
    @ParameterizedTest
    @CsvSource({
        "D (disk sleep), 0000000000040000, true",
        "D (disk sleep), 0000000000044000, true",
        "D (disk sleep), 0000000000020000, false",
        "D (disk sleep), 0000000000000000, false",
        "S (sleeping),   0000000000040000, false",
        "R (running),    0000000000040000, false"
    })
    void processShouldCountAsHeldWhenOnlyItsWaitForAnotherIsBetween(String state, String pending, boolean held) {
        String status = "Name:\tsh\nState:\t" + state + "\nTgid:\t42\nSigPnd:\t0000000000000000\nShdPnd:\t" + pending
                + "\nSigBlk:\t0000000000000000\n";

        assertThat(ProcessTable.waitsToBeHeld(status.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(held);
    }
}
