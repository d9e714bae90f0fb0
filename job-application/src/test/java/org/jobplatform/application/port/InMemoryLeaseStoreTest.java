package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class InMemoryLeaseStoreTest implements LeaseStoreContract {
    private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

    @Override
    public LeaseStore leases() {
        return storage.leases();
    }

    @Test
    void leasesShouldEndByTheClockOfTheStorage() {
        SettableTime time = new SettableTime(RunExamples.NOW);
        LeaseStore leases = new InMemoryStorage(time).leases();
        leases.join(FIRST_LIFE, Duration.ofSeconds(15));

        time.advance(Duration.ofSeconds(24));
        assertThat(leases.lapsed(OTHER_NODE, Duration.ofSeconds(10))).isEmpty();
        time.advance(Duration.ofSeconds(1));
        assertThat(leases.lapsed(OTHER_NODE, Duration.ofSeconds(10))).containsExactly(FIRST_LIFE);
    }
}
