package org.jobplatform.application.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Time that passes when a test says so; it begins just before the number overflows. */
final class ElapsedTime implements LongSupplier {
    private long nanos = Long.MAX_VALUE - 1_000;

    @Override
    public long getAsLong() {
        return nanos;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }
}
