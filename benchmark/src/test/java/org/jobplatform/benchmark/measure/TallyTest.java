package org.jobplatform.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jobplatform.benchmark.http.Answer;
import org.jobplatform.benchmark.server.StoredRun;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void requireShouldPassWhenEveryAcknowledgedRunIsKeptInTheState() {
        acknowledge("one", "two");

        assertThatCode(() -> tally.require("COMPLETED", List.of(kept("two", "COMPLETED"), kept("one", "COMPLETED"))))
                .doesNotThrowAnyException();
    }

    @Test
    void requireShouldFailWhenAnAcknowledgedRunIsNotKept() {
        acknowledge("one", "two");

        assertThatExceptionOfType(MeasurementFailed.class)
                .isThrownBy(() -> tally.require("COMPLETED", List.of(kept("one", "COMPLETED"))))
                .withMessageContaining("of 2 acknowledged runs 1 are not kept");
    }

    @Test
    void requireShouldFailWhenARunIsInAnotherState() {
        acknowledge("one");

        assertThatExceptionOfType(MeasurementFailed.class)
                .isThrownBy(() -> tally.require("COMPLETED", List.of(kept("one", "LOST"))))
                .withMessageContaining("{LOST=1}");
    }

    @Test
    void requireShouldFailWhenARunIsKeptThatWasNotAcknowledged() {
        acknowledge("one");

        assertThatExceptionOfType(MeasurementFailed.class)
                .isThrownBy(() -> tally.require("COMPLETED", List.of(kept("one", "COMPLETED"), kept("x", "COMPLETED"))))
                .withMessageContaining("1 are kept that were not acknowledged");
    }

    @Test
    void requireShouldFailWhenTwoStartsWereAnsweredWithOneRun() {
        acknowledge("one", "one");

        assertThatExceptionOfType(MeasurementFailed.class)
                .isThrownBy(() -> tally.require("COMPLETED", List.of(kept("one", "COMPLETED"))));
    }

    @Test
    void acceptShouldFailWhenAStartIsRefused() {
        assertThatExceptionOfType(MeasurementFailed.class)
                .isThrownBy(() -> tally.accept(new Answer(503, "", 1, 2)))
                .withMessageContaining("503");
    }

    private void acknowledge(String... runs) {
        for (String run : runs) {
            tally.accept(new Answer(202, run, 1, 2));
        }
    }

    private static StoredRun kept(String id, String status) {
        return new StoredRun(id, status, 1, 2, 3);
    }
}
