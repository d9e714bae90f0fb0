package org.jobplatform.application.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What happens by chance, always the same for one seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** True so many times in a thousand. */
    boolean permille(int times) {
        return times > 0 && random.nextInt(1_000) < times;
    }

    /** True so many times in a hundred. */
    boolean percent(int times) {
        return permille(10 * times);
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** From {@code least} to {@code most} milliseconds, with nanoseconds. */
    Duration millis(int least, int most) {
        return Duration.ofMillis(between(least, most)).plusNanos(random.nextInt(1_000_000));
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** Any number. */
    int any() {
        return random.nextInt();
    }
}
