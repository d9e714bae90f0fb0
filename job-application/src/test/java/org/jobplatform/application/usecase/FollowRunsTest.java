package org.jobplatform.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.SettableTime;
import org.jobplatform.application.port.StoredRuns;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;

class FollowRunsTest implements StoredRuns {
    private final SettableTime time = new SettableTime(NOW);
    private final InMemoryStorage storage = new InMemoryStorage(time);
    private final FollowRuns follow = new FollowRuns(storage.news(), storage.runs(), time);

    @Override
    public RunStore runs() {
        return storage.runs();
    }

    @Override
    public JobStore jobs() {
        return storage.jobs();
    }

    @Override
    public LeaseStore leases() {
        return storage.leases();
    }

    private Following all() {
        return follow.follow(run -> true, Optional.empty(), () -> AccessExamples.ALICE);
    }

    private static List<String> told(Following following) {
        List<String> told = new ArrayList<>();
        do {
            following
                    .look()
                    .forEach(event -> told.add(event.kind() + " " + event.run().id() + " "
                            + event.run().status()));
        } while (following.hasMore());
        return told;
    }

    @Test
    void firstLookShouldTellOfWhatIsCarriedOutOnly() {
        Job job = kept("job");
        waiting(job, "waiting");
        running(job, "running");
        completed(running(job, "ended"));
        assertThat(told(all())).containsExactly("STATE running RUNNING");
    }

    @Test
    void nextLookShouldTellOfNothingWhenNothingHasChanged() {
        running(kept("job"), "running");
        Following following = all();
        told(following);
        assertThat(told(following)).isEmpty();
    }

    @Test
    void progressShouldBeToldApartFromStates() {
        Run running = running(kept("job"), "running");
        Following following = all();
        told(following);
        Run further = runs().update(running.withProgress(
                new Progress(40, Optional.of("loading"), running.progress().rows())));
        assertThat(told(following)).containsExactly("PROGRESS running RUNNING");
        completed(further);
        assertThat(told(following)).containsExactly("STATE running COMPLETED");
    }

    @Test
    void endShouldBeToldWhenItWasKeptLongAfterItsTime() {
        Run running = running(kept("job"), "running");
        Following following = all();
        told(following);
        time.advance(Duration.ofHours(1));
        told(following);
        completed(running);
        assertThat(told(following)).containsExactly("STATE running COMPLETED");
    }

    @Test
    void everyChangeShouldBeToldPageByPage() {
        Job job = kept("job");
        Following following = all();
        told(following);
        for (int i = 0; i < 1_001; i++) {
            waiting(job, "run-" + i);
        }
        List<RunEvent> first = following.look();
        assertThat(first).hasSizeLessThan(1_001);
        assertThat(following.hasMore()).isTrue();
        assertThat(first.size() + told(following).size()).isEqualTo(1_001);
        assertThat(told(following)).isEmpty();
    }

    @Test
    void readerShouldGoOnFromItsPositionAtAnotherNode() {
        Job job = kept("job");
        Run running = running(job, "running");
        Following following = all();
        told(following);
        Instant position = following.position();
        completed(running);
        waiting(job, "waiting");
        time.advance(Duration.ofHours(1));
        FollowRuns elsewhere = new FollowRuns(storage.news(), storage.runs(), time);
        assertThat(told(elsewhere.follow(run -> true, Optional.of(position), () -> AccessExamples.ALICE)))
                .containsExactlyInAnyOrder("STATE running COMPLETED", "STATE waiting QUEUED");
    }

    @Test
    void positionShouldNotRunAheadOfTheClock() {
        Following following =
                follow.follow(run -> true, Optional.of(NOW.plusSeconds(3_600)), () -> AccessExamples.ALICE);
        told(following);
        assertThat(following.position()).isEqualTo(NOW);
        waiting(kept("job"), "waiting");
        assertThat(told(following)).containsExactly("STATE waiting QUEUED");
    }

    @Test
    void oneRunShouldBeFollowedToItsEnd() {
        Run running = running(kept("job"), "running");
        Following following = follow.follow(running.id(), run -> true, () -> AccessExamples.ALICE);
        assertThat(told(following)).containsExactly("STATE running RUNNING");
        assertThat(following.isOver()).isFalse();
        completed(running);
        assertThat(told(following)).containsExactly("STATE running COMPLETED");
        assertThat(following.isOver()).isTrue();
    }

    @Test
    void runOfNoInterestShouldNotBeFound() {
        RunId running = running(kept("job"), "running").id();
        assertThatThrownBy(() -> follow.follow(running, run -> false, () -> AccessExamples.ALICE))
                .isInstanceOf(RunFailure.NotFound.class);
        assertThat(told(follow.follow(run -> false, Optional.empty(), () -> AccessExamples.ALICE)))
                .isEmpty();
    }
}
