package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.SettableTime;
import org.jobplatform.application.port.StorageUnavailable;
import org.junit.jupiter.api.Test;

class StoreTimeTest {
    private final SettableTime stored = new SettableTime(RunExamples.NOW);
    private final Outages outages = new Outages();
    private final DeliveryStore deliveries =
            outages.reach(DeliveryStore.class, new InMemoryStorage(stored).deliveries());
    private Duration elapsed = Duration.ofDays(9);
    private final StoreTime time = new StoreTime(deliveries, () -> elapsed.toNanos());

    @Test
    void timeShouldBeCountedOnWithoutAskingTheStore() {
        time.instant();
        outages.begin();
        elapsed = elapsed.plusSeconds(90);

        assertThat(time.instant()).isEqualTo(RunExamples.NOW.plusSeconds(90));
    }

    @Test
    void timeShouldBeTheStoresAgainAfterAMinute() {
        time.renew();
        stored.advance(Duration.ofHours(1));
        elapsed = elapsed.plusSeconds(59);
        time.renew();
        assertThat(time.instant()).isEqualTo(RunExamples.NOW.plusSeconds(59));
        elapsed = elapsed.plusSeconds(1);
        time.renew();

        assertThat(time.instant()).isEqualTo(stored.instant());
    }

    @Test
    void timeShouldBeAskedForAgainWhenItsAnswerTookLong() {
        outages.afterwards("DeliveryStore.time", () -> pass(Duration.ofSeconds(45)));

        assertThat(time.instant()).isEqualTo(stored.instant());
    }

    private void pass(Duration duration) {
        stored.advance(duration);
        elapsed = elapsed.plus(duration);
    }

    @Test
    void timeShouldBeUnknownWhenTheStoreWasNeverReached() {
        outages.begin();
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(time::instant);
        outages.end();

        assertThat(time.instant()).isEqualTo(RunExamples.NOW);
    }
}
