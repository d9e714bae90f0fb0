package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jobplatform.domain.run.Owner;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LeaseStore} keeps to. A lease that must have ended is one of a millisecond whose end is waited for,
 * since nobody but the store knows its time.
 */
public interface LeaseStoreContract {
    /** A life of a node. */
    Owner FIRST_LIFE = new Owner("node-1", "boot-1");

    /** The next life of the same node. */
    Owner SECOND_LIFE = new Owner("node-1", "boot-2");

    /** Another node. */
    Owner OTHER_NODE = new Owner("node-2", "boot-1");

    /** The leases: the same throughout a test, and none at its beginning. */
    LeaseStore leases();

    @Test
    default void leaseShouldNotHaveLapsedWhileItLasts() {
        leases().join(FIRST_LIFE, Duration.ofHours(1));

        assertThat(leases().lapsed(OTHER_NODE, Duration.ZERO)).isEmpty();
        assertThat(leases().lapsed(SECOND_LIFE, Duration.ZERO)).isEmpty();
        assertThat(leases().lapsed(FIRST_LIFE, Duration.ZERO)).isEmpty();
    }

    @Test
    default void leaseShouldHaveLapsedWhenItEndedAndTheGraceIsOver() {
        leases().join(OTHER_NODE, Duration.ofHours(1));
        leases().join(FIRST_LIFE, Duration.ofMillis(1));

        awaitEnd(FIRST_LIFE);

        assertThat(leases().lapsed(OTHER_NODE, Duration.ZERO)).containsExactly(FIRST_LIFE);
    }

    @Test
    default void leaseShouldNotHaveLapsedForOthersUntilTheGraceIsOver() {
        leases().join(FIRST_LIFE, Duration.ofMillis(1));

        awaitEnd(FIRST_LIFE);

        assertThat(leases().lapsed(OTHER_NODE, Duration.ofHours(1))).isEmpty();
    }

    @Test
    default void leaseShouldHaveLapsedForTheNextLifeOfTheNodeAsSoonAsItEnded() {
        leases().join(FIRST_LIFE, Duration.ofMillis(1));
        leases().join(OTHER_NODE, Duration.ofMillis(1));

        awaitEnd(FIRST_LIFE);
        awaitEnd(OTHER_NODE);

        assertThat(leases().lapsed(SECOND_LIFE, Duration.ofHours(1))).containsExactly(FIRST_LIFE);
    }

    @Test
    default void lapsedShouldTakeNoLeaseAway() {
        leases().join(FIRST_LIFE, Duration.ofMillis(1));
        awaitEnd(FIRST_LIFE);

        assertThat(leases().lapsed(OTHER_NODE, Duration.ZERO)).containsExactly(FIRST_LIFE);
        assertThat(leases().renew(FIRST_LIFE, Duration.ofHours(1))).isTrue();
    }

    @Test
    default void renewShouldLetTheLeaseEndLater() {
        leases().join(FIRST_LIFE, Duration.ofMillis(1));
        awaitEnd(FIRST_LIFE);

        assertThat(leases().renew(FIRST_LIFE, Duration.ofHours(1))).isTrue();

        assertThat(leases().lapsed(SECOND_LIFE, Duration.ZERO)).isEmpty();
    }

    @Test
    default void renewShouldLetTheLeaseEndSoonerWhenAskedTo() {
        leases().join(FIRST_LIFE, Duration.ofHours(1));

        assertThat(leases().renew(FIRST_LIFE, Duration.ofMillis(1))).isTrue();

        awaitEnd(FIRST_LIFE);
    }

    @Test
    default void renewShouldSayWhenTheLeaseWasTakenAway() {
        leases().join(FIRST_LIFE, Duration.ofHours(1));
        leases().leave(FIRST_LIFE);

        assertThat(leases().renew(FIRST_LIFE, Duration.ofHours(1))).isFalse();
        assertThat(leases().renew(SECOND_LIFE, Duration.ofHours(1))).isFalse();
        assertThat(leases().renew(FIRST_LIFE, Duration.ofHours(1))).isFalse();
    }

    @Test
    default void leaveShouldTakeAwayThatLeaseAndNoOther() {
        leases().join(FIRST_LIFE, Duration.ofHours(1));
        leases().join(SECOND_LIFE, Duration.ofHours(1));

        leases().leave(FIRST_LIFE);
        leases().leave(FIRST_LIFE);
        leases().leave(OTHER_NODE);

        assertThat(leases().renew(SECOND_LIFE, Duration.ofHours(1))).isTrue();
        assertThat(leases().renew(FIRST_LIFE, Duration.ofHours(1))).isFalse();
    }

    private void awaitEnd(Owner owner) {
        Owner anybody = new Owner("node-3", "boot-1");
        Eventually.holds(
                "the lease of " + owner + " has ended",
                () -> leases().lapsed(anybody, Duration.ZERO).contains(owner));
    }
}
