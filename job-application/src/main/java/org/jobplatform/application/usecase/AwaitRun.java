package org.jobplatform.application.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jobplatform.application.execution.RunEndings;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/** Waits for a run to end, wherever it is carried out. */
public final class AwaitRun {
    /** How often a run that ends on another node is looked for, should that node not be heard. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** As good as any longer time, and no clock overflows by it. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final RunStore runs;
    private final RunEndings endings;
    private final InstantSource clock;

    /** @param endings tells of runs that end, here or on a node that was asked */
    public AwaitRun(RunStore runs, RunEndings endings, InstantSource clock) {
        this.runs = runs;
        this.endings = endings;
        this.clock = clock;
    }

    /**
     * The run as it is when it has ended or the time is over, whichever comes first.
     *
     * @param longest from none to any time
     * @throws RunFailure.NotFound when there is no such run
     * @throws InterruptedException when the caller is given up
     */
    public Run await(RunId id, Duration longest) throws InterruptedException {
        Instant deadline = clock.instant().plus(longest.compareTo(FOR_EVER) < 0 ? longest : FOR_EVER);
        Signal ended = new Signal();
        endings.subscribe(id, ended);
        try {
            while (true) {
                Run run = runs.find(id).orElseThrow(() -> new RunFailure.NotFound("id " + id));
                Duration left = Duration.between(clock.instant(), deadline);
                if (run.isEnded() || left.isNegative() || left.isZero()) {
                    return run;
                }
                endings.askOthers(run);
                ended.await(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
            }
        } finally {
            endings.forget(id, ended);
        }
    }
}
