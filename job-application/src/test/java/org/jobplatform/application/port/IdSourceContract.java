package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link IdSource} keeps to, as far as a test can tell. */
public interface IdSourceContract {
    /** The source. */
    IdSource ids();

    @Test
    default void idsShouldNeverComeTwiceWhenManyAsk() {
        Race<List<String>> race = Race.among(8, (number, line) -> {
            line.cross();
            return IntStream.range(0, 500).boxed().flatMap(i -> oneOfEach()).toList();
        });

        Set<String> distinct = new HashSet<>();
        race.wins().forEach(distinct::addAll);
        assertThat(race.losses()).isEmpty();
        assertThat(distinct).hasSize(8 * 500 * 6);
    }

    @Test
    default void runIdShouldBeAGuid() {
        assertThat(ids().runId().isGuid()).isTrue();
    }

    @Test
    default void plainIdShouldBeShortEnoughForEveryUse() {
        assertThat(ids().plainId()).matches("[A-Za-z0-9._-]{1,32}");
    }

    @Test
    default void secretShouldHaveRoomFor256Bits() {
        // 43 characters of an alphabet of 64 carry 258 bits.
        assertThat(ids().secret()).matches("[A-Za-z0-9_-]{43,}");
    }

    @Test
    default void chanceShouldBeFromZeroToBelowOne() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(ids().chance()).isGreaterThanOrEqualTo(0).isLessThan(1);
        }
    }

    private Stream<String> oneOfEach() {
        return Stream.of(
                "run " + ids().runId(),
                "job " + ids().jobId(),
                "federated " + ids().federatedId(),
                "delivery " + ids().deliveryId(),
                "plain " + ids().plainId(),
                "secret " + ids().secret());
    }
}
