package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.application.port.SettableTime;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.RetentionPolicy;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.Test;

final class RetainRunsTest {
    private static final RetentionPolicy POLICY = new RetentionPolicy(Duration.ofDays(90), 1);

    private final SettableTime time = new SettableTime(RunExamples.NOW.plus(Duration.ofDays(100)));
    private final InMemoryStorage storage = new InMemoryStorage(time);

    @Test
    void stepsShouldDeleteWhatIsDueOfEveryJobAndThenEnd() {
        end(storage.jobs().save(JobExamples.job("first")), 450);
        end(storage.jobs().save(JobExamples.job("second")), 3);
        RetainRuns retain = new RetainRuns(storage.retention(), Optional.of(POLICY), time);

        walk(retain);

        assertThat(left("first")).isEqualTo(1);
        assertThat(left("second")).isEqualTo(1);
    }

    @Test
    void walkShouldBeginAnewWhenItHasEnded() {
        Job job = storage.jobs().save(JobExamples.job("job"));
        end(job, 3);
        time.set(RunExamples.NOW);
        RetainRuns retain = new RetainRuns(storage.retention(), Optional.of(POLICY), time);
        walk(retain);
        assertThat(left("job")).isEqualTo(3);

        time.advance(Duration.ofDays(91));
        walk(retain);

        assertThat(left("job")).isEqualTo(1);
    }

    @Test
    void stepShouldDeleteNothingWhenRunsAreKeptForEver() {
        end(storage.jobs().save(JobExamples.job("job")), 3);

        assertThat(new RetainRuns(storage.retention(), Optional.empty(), time).step())
                .isFalse();

        assertThat(left("job")).isEqualTo(3);
    }

    @Test
    void stepShouldGiveUpItsTurnWhenTheStoreIsOutOfReach() {
        RunRetention broken = (RunRetention) Proxy.newProxyInstance(
                RunRetention.class.getClassLoader(),
                new Class<?>[] {RunRetention.class},
                (proxy, method, arguments) -> {
                    throw new StorageUnavailable("deleting", new IllegalStateException());
                });

        assertThat(new RetainRuns(broken, Optional.of(POLICY), time).step()).isFalse();
    }

    private static void walk(RetainRuns retain) {
        int steps = 0;
        while (retain.step()) {
            assertThat(++steps).isLessThan(100);
        }
    }

    private void end(Job job, int runs) {
        storage.leases().join(RunExamples.NODE, Duration.ofDays(1));
        for (int i = 0; i < runs; i++) {
            Instant at = RunExamples.NOW.plusSeconds(i);
            storage.runs()
                    .add(StartExample.of(job, job.id() + "-" + i)
                            .at(at)
                            .on(RunExamples.NODE)
                            .build());
            Run run = storage.runs().ownedBy(RunExamples.NODE, 1).getFirst();
            storage.runs().finish(run.end(new RunOutcome.Completed(), at), Optional.empty());
        }
    }

    private int left(String job) {
        return storage.index()
                .ended(Optional.of(JobExamples.job(job).id()), Reach.EVERYTHING, 0, 1_000)
                .size();
    }
}
