package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.domain.run.StopMode.CLEAN;
import static org.jobplatform.domain.run.StopMode.KILL;
import static org.jobplatform.domain.run.StopMode.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jobplatform.application.port.Race;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

class StopWishesTest {
    private long nanos;
    private final StopWishes wishes = new StopWishes(() -> nanos);
    private final List<StopMode> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void listenerShouldHearEachStrongerWishOnceWhenSeveralCome() {
        wishes.listen(heard::add);
        wishes.raise(CLEAN, StopCause.REQUEST);
        wishes.raise(CLEAN, StopCause.SHUTDOWN);
        wishes.raise(KILL, StopCause.SHUTDOWN);
        wishes.raise(NOW, StopCause.TIMEOUT);

        assertThat(heard).containsExactly(CLEAN, KILL);
        assertThat(wishes.cause()).contains(StopCause.REQUEST);
    }

    @Test
    void listenerShouldHearAtOnceWhenThereIsAWishAlready() {
        wishes.raise(NOW, StopCause.REQUEST);
        wishes.listen(heard::add);

        assertThat(heard).containsExactly(NOW);
    }

    @Test
    void fencingShouldOverrideEveryOtherCause() {
        wishes.raise(KILL, StopCause.REQUEST);
        wishes.raise(KILL, StopCause.FENCED);
        wishes.raise(KILL, StopCause.TIMEOUT);

        assertThat(wishes.cause()).contains(StopCause.FENCED);
    }

    @Test
    void nothingShouldBeHeardWhenTheRunnerIsDone() {
        wishes.listen(heard::add);
        wishes.close();
        wishes.raise(KILL, StopCause.FENCED);

        assertThat(heard).isEmpty();
        assertThat(wishes.cause()).isEmpty();
    }

    @Test
    void waitShouldBeginAnewWithEachStrongerWishAndEndWithTheWork() {
        assertThat(wishes.unfollowed()).isEmpty();
        wishes.raise(CLEAN, StopCause.REQUEST);
        nanos = 5;
        wishes.raise(CLEAN, StopCause.SHUTDOWN);
        assertThat(wishes.unfollowed())
                .contains(new StopWishes.Unfollowed(CLEAN, StopCause.REQUEST, Duration.ofNanos(5)));
        wishes.raise(NOW, StopCause.TIMEOUT);
        nanos = 7;
        assertThat(wishes.unfollowed())
                .contains(new StopWishes.Unfollowed(NOW, StopCause.REQUEST, Duration.ofNanos(2)));
        wishes.close();
        assertThat(wishes.unfollowed()).isEmpty();
    }

    @Test
    void listenerShouldNeverHearAWeakerWishAfterAStrongerWhenThreadsRace() {
        for (int round = 0; round < 200; round++) {
            StopWishes raced = new StopWishes(() -> 0);
            List<StopMode> order = Collections.synchronizedList(new ArrayList<>());
            raced.raise(CLEAN, StopCause.REQUEST);
            Race.among(3, (number, line) -> {
                line.cross();
                switch (number) {
                    case 0 -> raced.listen(order::add);
                    case 1 -> raced.raise(NOW, StopCause.REQUEST);
                    default -> raced.raise(KILL, StopCause.SHUTDOWN);
                }
                return number;
            });

            assertThat(order).isSorted().doesNotHaveDuplicates().endsWith(KILL);
        }
    }
}
