package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jobplatform.domain.job.IdentifierGrammar;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link TaskRunner} keeps to. The implementation names the settings of a few jobs; settings are those of
 * {@link RunContext#settings}, without the key of the runner's name.
 */
public interface TaskRunnerContract {
    /** The runner. */
    TaskRunner runner();

    /** The settings of a job that completes within a few seconds. */
    Map<String, Object> completing();

    /** The settings of a job that fails within a few seconds; empty for a runner that cannot fail. */
    default Map<String, Object> failing() {
        return Map.of();
    }

    /**
     * The settings of a job that works for minutes unless it is stopped, in steps of less than a second; empty for a
     * runner whose work is never long.
     */
    default Map<String, Object> enduring() {
        return Map.of();
    }

    /** Settings with something wrong in them; empty for a runner to which any settings are right. */
    default Map<String, Object> wrong() {
        return Map.of();
    }

    /**
     * Says whether work of an {@link #enduring} job can be seen from outside the runner: its process lives, its request is
     * served, its statement executes.
     */
    default boolean isAtWork() {
        return false;
    }

    /**
     * Says whether no work of an {@link #enduring} job can go on at the moment: every process of it is stopped, say. Only
     * asked of a runner that can pause.
     */
    default boolean isAllHeld() {
        return false;
    }

    @Test
    default void kindShouldBeANameThatJobsCanUse() {
        assertThat(IdentifierGrammar.require("a runner's name", runner().kind()))
                .isEqualTo(runner().kind());
    }

    @Test
    default void validateShouldFindNothingWrongWithTheJobsOfThisContract() {
        for (Map<String, Object> settings : List.of(completing(), failing(), enduring())) {
            assertThat(settings.isEmpty() ? List.of() : runner().validate(settings))
                    .isEmpty();
        }
    }

    @Test
    default void validateShouldNameEveryFieldUnderTheKindWhenSettingsAreWrong() {
        assumeAny(wrong());

        assertThat(runner().validate(wrong())).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.field()).startsWith(runner().kind());
            assertThat(problem.message()).isNotBlank();
        });
    }

    @Test
    default void validateShouldFindProblemsAndNotBreakWhenSettingsAreOfAnyShape() {
        List<Object> shapes = List.of(
                "text", 5L, -0.5, true, List.of(), Map.of(), List.of(List.of(1L), "x"), Map.of("a", Map.of("b", 1L)));
        List<String> names = new ArrayList<>(List.of("unknown", ""));
        names.addAll(completing().keySet());
        names.addAll(enduring().keySet());

        for (String name : names) {
            for (Object shape : shapes) {
                List<Problem> problems = runner().validate(Map.of(name, shape));
                assertThat(problems)
                        .allSatisfy(problem -> assertThat(problem.field()).startsWith(runner().kind()));
            }
        }
    }

    @Test
    default void runShouldCompleteAndNeverReportLessThanBefore() throws InterruptedException {
        RecordingRunContext context = context("run", completing());

        assertThat(runner().run(context)).isEqualTo(new RunOutcome.Completed());
        assertThat(context.reports().stream().map(Progress::percent).toList()).isSorted();
    }

    @Test
    default void runShouldFailWhenItsWorkFails() throws InterruptedException {
        assumeAny(failing());
        RunOutcome outcome;
        try {
            outcome = runner().run(context("run", failing()));
        } catch (RuntimeException thrown) {
            assertThat(thrown).hasMessageMatching("(?s).+");
            return;
        }
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RunOutcome.Failed.class,
                        failed -> assertThat(failed.message()).isNotBlank());
    }

    @Test
    default void runsShouldNotDisturbEachOtherWhenTheyShareTheRunner() {
        Race<RunOutcome> race = Race.among(8, (number, line) -> {
            RecordingRunContext context = context("run-" + number, completing());
            line.cross();
            try {
                return runner().run(context);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody gave the thread up", e);
            }
        });

        assertThat(race.losses()).isEmpty();
        assertThat(race.wins()).containsOnly(new RunOutcome.Completed());
    }

    @ParameterizedTest
    @EnumSource
    default void nothingShouldBeAtWorkWhenAStoppedRunReturns(StopMode mode) throws Exception {
        assumeAny(enduring());
        RecordingRunContext context = context("run", enduring());

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<RunOutcome> run = threads.submit(() -> runner().run(context));
            awaitWork(run);
            context.requestStop(mode);

            assertThat(outcome(run)).isInstanceOf(RunOutcome.Stopped.class);
        }
        assertThat(isAtWork()).isFalse();
    }

    @Test
    default void runShouldEndWhenTheWishToStopBecomesStronger() throws Exception {
        assumeAny(enduring());
        RecordingRunContext context = context("run", enduring());

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<RunOutcome> run = threads.submit(() -> runner().run(context));
            awaitWork(run);
            for (StopMode mode : StopMode.values()) {
                context.requestStop(mode);
            }

            assertThat(outcome(run)).isInstanceOf(RunOutcome.Stopped.class);
        }
        assertThat(isAtWork()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    default void nothingShouldBeAtWorkWhenTheRunWasToStopBeforeItBegan(StopMode mode) throws Exception {
        assumeAny(enduring());
        RecordingRunContext context = context("run", enduring());
        context.requestStop(mode);

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            assertThat(outcome(threads.submit(() -> runner().run(context)))).isInstanceOf(RunOutcome.Stopped.class);
        }
        assertThat(isAtWork()).isFalse();
    }

    @Test
    default void otherRunsShouldGoOnWhenOneIsStopped() throws Exception {
        assumeAny(enduring());
        RecordingRunContext first = context("first", enduring());
        RecordingRunContext second = context("second", enduring());

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<RunOutcome> stopped = threads.submit(() -> runner().run(first));
            Future<RunOutcome> other = threads.submit(() -> runner().run(second));
            awaitWork(stopped);
            first.requestStop(StopMode.NOW);
            outcome(stopped);

            assertThat(other.isDone()).isFalse();
            Eventually.holds("the other run is at work", this::isAtWork);
            second.requestStop(StopMode.NOW);
            assertThat(outcome(other)).isInstanceOf(RunOutcome.Stopped.class);
        }
        assertThat(isAtWork()).isFalse();
    }

    @Test
    default void workShouldBeHeldAndGoOnWhenTheRunnerCanPause() throws Exception {
        assumePausing();
        RecordingRunContext context = context("run", enduring());

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<RunOutcome> run = threads.submit(() -> runner().run(context));
            awaitWork(run);
            for (int round = 0; round < 3; round++) {
                context.requestHold(true);
                Eventually.holds("all work is held", this::isAllHeld);
                context.requestHold(false);
                Eventually.holds("work goes on", () -> isAtWork() && !isAllHeld());
            }
            context.requestStop(StopMode.KILL);
            assertThat(outcome(run)).isInstanceOf(RunOutcome.Stopped.class);
        }
        assertThat(isAtWork()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    default void nothingShouldBeAtWorkWhenARunIsStoppedThatIsHeld(StopMode mode) throws Exception {
        assumePausing();
        RecordingRunContext context = context("run", enduring());

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<RunOutcome> run = threads.submit(() -> runner().run(context));
            awaitWork(run);
            context.requestHold(true);
            Eventually.holds("all work is held", this::isAllHeld);
            context.requestStop(mode);

            assertThat(outcome(run)).isInstanceOf(RunOutcome.Stopped.class);
        }
        assertThat(isAtWork()).isFalse();
    }

    private void assumePausing() {
        assumeAny(enduring());
        Assumptions.assumeTrue(runner().canPause(), "this runner cannot hold its work");
    }

    private void awaitWork(Future<RunOutcome> run) {
        Eventually.holds("the run is at work", () -> isAtWork() || run.isDone());
        assertThat(run.isDone()).as("the run ended before it was stopped").isFalse();
    }

    private static RunOutcome outcome(Future<RunOutcome> run) throws InterruptedException {
        try {
            return run.get(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            run.cancel(true);
            throw new AssertionError("the run did not end within 30 seconds of being stopped", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the run broke", e.getCause());
        }
    }

    private RecordingRunContext context(String id, Map<String, Object> settings) {
        Run starting = StartExample.of(JobExamples.job("job"), id)
                .build()
                .waiting(new RunNumber(1))
                .claim(NODE, NOW);
        return new RecordingRunContext(starting.begin(NOW), settings);
    }

    private static void assumeAny(Map<String, Object> settings) {
        Assumptions.assumeFalse(settings.isEmpty(), "this runner has no such job");
    }
}
