package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.Race;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GroupCommitTest {
    @ParameterizedTest
    @EnumSource
    void startShouldFailAloneWhenItsIdIsTakenAmongAHundred(TestDatabase which) {
        which.empty();
        Job job = which.database().jobs().save(JobExamples.job("job"));
        which.database().runs().add(StartExample.of(job, "run-50").build());

        Race<AddResult> race = Race.among(100, (number, line) -> {
            StartExample start = StartExample.of(job, "run-" + number).withFingerprint("of this race");
            line.cross();
            return which.database().runs().add(start.build());
        });

        assertThat(race.losses()).hasSize(1).hasOnlyElementsOfType(RunFailure.Conflicting.class);
        assertThat(race.wins())
                .hasSize(99)
                .allSatisfy(added -> assertThat(found(which, added.run())).contains(added.run()));
    }

    @ParameterizedTest
    @EnumSource
    void endShouldFailAloneWhenTheDatabaseRefusesItsDelivery(TestDatabase which) {
        which.empty();
        which.database().leases().join(RunExamples.NODE, Duration.ofHours(1));
        Job job = which.database().jobs().save(JobExamples.job("job"));
        List<Run> runs = IntStream.range(0, 20)
                .mapToObj(number -> which.database()
                        .runs()
                        .add(StartExample.of(job, "run-" + number)
                                .on(RunExamples.NODE)
                                .build())
                        .run())
                .toList();

        Race<Run> race = Race.among(20, (number, line) -> {
            Run ended = runs.get(number).end(new RunOutcome.Completed(), RunExamples.NOW);
            // Two of them want the same delivery id, which only the database can tell.
            String delivery = "delivery-" + Math.max(1, number);
            line.cross();
            return which.database()
                    .runs()
                    .finish(ended, Optional.of(RunExamples.delivery(ended, delivery, RunExamples.NOW)));
        });

        assertThat(race.losses()).hasSize(1).hasOnlyElementsOfType(IllegalStateException.class);
        assertThat(race.wins()).hasSize(19).allSatisfy(ended -> {
            assertThat(found(which, ended)).contains(ended);
            assertThat(which.database().deliveries().of(ended.id())).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void startShouldBeMadeWhenItsCallerIsInterrupted(TestDatabase which) throws InterruptedException {
        which.empty();
        Job job = which.database().jobs().save(JobExamples.job("job"));
        for (int round = 0; round < 20; round++) {
            String id = "run-" + round;
            Thread caller = Thread.ofVirtual()
                    .start(() ->
                            which.database().runs().add(StartExample.of(job, id).build()));
            caller.interrupt();
            caller.join();

            assertThat(which.database().runs().find(new RunId(id))).isPresent();
        }
    }

    @Test
    void h2ShouldGoOnWhenReadersAreInterrupted() throws InterruptedException {
        TestDatabase.H2.empty();
        Database database = TestDatabase.H2.database();
        Job job = database.jobs().save(JobExamples.job("job"));
        for (int round = 0; round < 20; round++) {
            CountDownLatch reading = new CountDownLatch(1);
            Thread reader = Thread.ofPlatform().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    database.jobs().find(job.id());
                    reading.countDown();
                }
                database.runLog().size(new RunId("run"));
            });
            reading.await();
            reader.interrupt();
            reader.join();
        }

        assertThat(database.jobs().find(job.id())).contains(job);
    }

    @ParameterizedTest
    @EnumSource
    void runShouldBeAnsweredAsItIsStoredWhenItsTimesAreFinerThanTheDatabases(TestDatabase which) {
        which.empty();
        Job job = which.database().jobs().save(JobExamples.job("job"));
        StartExample start = StartExample.of(job, "run").at(RunExamples.NOW.plusNanos(1_234_567_899));

        Run added = which.database().runs().add(start.build()).run();

        assertThat(added.createdAt()).isEqualTo(RunExamples.NOW.plusNanos(1_234_567_000));
        assertThat(found(which, added)).contains(added);
    }

    private static Optional<Run> found(TestDatabase which, Run run) {
        return which.database().runs().find(run.id());
    }
}
