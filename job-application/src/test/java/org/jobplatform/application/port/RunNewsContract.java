package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunStatus;
import org.junit.jupiter.api.Test;

/** What every {@link RunNews} keeps to. */
public interface RunNewsContract extends StoredRuns {
    /** The news of the same storage as {@link #runs}. */
    RunNews news();

    @Test
    default void settledShouldBeWhatWaitsOrHasEndedByTheTimeOfThat() {
        Job job = kept("job");
        Run ended = completed(running(job, "ended"));
        Run later = added(StartExample.of(job, "later").at(NOW.plusSeconds(3)));
        Run waiting = waiting(job, "waiting");
        running(job, "running");

        assertThat(news().settledSince(NOW, Optional.empty(), 10)).containsExactly(waiting, ended, later);
    }

    @Test
    default void settledShouldBeginAtTheTimeItself() {
        Job job = kept("job");
        Run ended = completed(running(job, "ended"));
        waiting(job, "waiting");
        Instant end = ended.endedAt().orElseThrow();

        assertThat(news().settledSince(end, Optional.empty(), 10)).containsExactly(ended);
        assertThat(news().settledSince(end.plusNanos(1_000), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    default void settledShouldHoldARunThatWaitsAgainByTheTimeOfThat() {
        Run running = running(kept("job"), "again");
        Instant failed = NOW.plusSeconds(5);
        Run again = runs().requeue(
                        running.retry(failed, failed.plusSeconds(60)),
                        RunAttempt.over(running, RunStatus.FAILED, "disk full", failed));

        assertThat(news().settledSince(failed, Optional.empty(), 10)).containsExactly(again);
        assertThat(news().inWork()).isEmpty();
    }

    @Test
    default void settledShouldHoldEveryRunOnceWhenWalked() {
        Job job = kept("job");
        for (int i = 0; i < 7; i++) {
            added(StartExample.of(job, "run-" + i).at(NOW.plusSeconds(i / 3)));
            completed(running(job, "ended-" + i));
        }
        List<Run> all = news().settledSince(NOW, Optional.empty(), 100);

        List<Run> walked = new ArrayList<>();
        List<Run> page = news().settledSince(NOW, Optional.empty(), 2);
        while (!page.isEmpty() && walked.size() < 100) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            walked.addAll(page);
            page = news().settledSince(NOW, Optional.of(page.getLast()), 2);
        }

        assertThat(all).hasSize(14);
        assertThat(walked).containsExactlyElementsOf(all);
    }

    @Test
    default void inWorkShouldBeWhatNodesCarryOut() {
        Job job = kept("job");
        waiting(job, "waiting");
        Run starting = claimed(job, "starting");
        Run running = running(job, "running");
        Run paused = runs().update(running(job, "paused").pause(NOW.plusSeconds(2)));
        completed(running(job, "ended"));

        assertThat(news().inWork()).containsExactlyInAnyOrder(starting, running, paused);
    }
}
