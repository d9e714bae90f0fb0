package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobplatform.application.limit.LimitFailure;
import org.jobplatform.application.port.Eventually;
import org.junit.jupiter.api.Test;

class PasswordTurnsTest {
    private static final int MOST = PasswordTurns.AT_ONCE + PasswordTurns.MOST_WAITING;

    private final PasswordTurns turns = new PasswordTurns();
    private final AtomicInteger judging = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger judged = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void twoShouldBeJudgedAtOnceAndOnlySoManyWait() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int login = 0; login < MOST + 10; login++) {
                threads.execute(this::logIn);
            }
            Eventually.holds("those beyond the queue are refused", () -> refused.get() == 10);
            Eventually.holds("two are judged", () -> judging.get() == PasswordTurns.AT_ONCE);
            release.countDown();
        }
        assertThat(judged).hasValue(MOST);
    }

    @Test
    void turnShouldEndWhenItsJudgeFails() {
        for (int login = 0; login < MOST + 10; login++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("wrong");
                    }));
        }
        assertThat(turns.<String>take(() -> "next")).isEqualTo("next");
    }

    private void logIn() {
        try {
            turns.take(() -> {
                assertThat(judging.incrementAndGet()).isLessThanOrEqualTo(PasswordTurns.AT_ONCE);
                awaitRelease();
                judging.decrementAndGet();
                return judged.incrementAndGet();
            });
        } catch (LimitFailure.Full full) {
            refused.incrementAndGet();
        }
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
