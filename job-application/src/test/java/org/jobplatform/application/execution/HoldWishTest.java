package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jobplatform.application.port.Race;
import org.junit.jupiter.api.Test;

class HoldWishTest {
    private final HoldWish wish = new HoldWish();
    private final List<Boolean> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void listenerShouldHearEachChangeOnce() {
        wish.listen(heard::add);
        wish.tell();
        wish.set(true);
        wish.tell();
        wish.tell();
        wish.set(false);
        wish.tell();

        assertThat(heard).containsExactly(true, false);
    }

    @Test
    void listenerShouldHearAtOnceWhenTheAttemptIsHeldAlready() {
        wish.set(true);
        wish.listen(heard::add);

        assertThat(heard).containsExactly(true);
    }

    @Test
    void nothingShouldBeHeldAgainWhenItWasReleased() {
        wish.listen(heard::add);
        wish.set(true);
        wish.tell();
        wish.release();
        wish.tell();
        wish.set(true);
        wish.tell();

        assertThat(heard).containsExactly(true, false);
        assertThat(wish.isHeld()).isFalse();
    }

    @Test
    void othersShouldHearWhenOneCannot() {
        wish.listen(held -> {
            throw new IllegalStateException("deaf");
        });
        wish.listen(heard::add);
        wish.set(true);
        wish.tell();

        assertThat(heard).containsExactly(true);
    }

    @Test
    void lastWordShouldCountWhenThreadsRace() {
        for (int round = 0; round < 200; round++) {
            HoldWish raced = new HoldWish();
            List<Boolean> order = Collections.synchronizedList(new ArrayList<>(List.of(false)));
            raced.listen(order::add);
            Race.among(4, (number, line) -> {
                line.cross();
                raced.set(number % 2 == 0);
                raced.tell();
                return number;
            });

            assertThat(order.getLast()).isEqualTo(raced.isHeld());
        }
    }
}
