package org.jobplatform.application.simulation.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.simulation.checker.Story.A;
import static org.jobplatform.application.simulation.checker.Story.B;
import static org.jobplatform.application.simulation.checker.Story.LIMITED;
import static org.jobplatform.application.simulation.checker.Story.PLAIN;
import static org.jobplatform.application.simulation.checker.Story.REPEATABLE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** A rule that cannot be broken proves nothing: each is shown a history that breaks it, and passes the ones that do not. */
class CheckerTest {
    private static final DeliveryResult FAILED = new DeliveryResult.Unreachable("by chance");

    private final Story story = new Story();

    @Test
    void rulesShouldHoldInAWholeLife() {
        story.whole(PLAIN, "one");
        story.whole(LIMITED, "two");

        assertThat(story.violations()).isEmpty();
    }

    @Test
    void rulesShouldHoldWhenAFrozenNodeEndsItsUnitLateAndAnotherRepeatsTheRun() {
        Run first = story.begun(A, story.started(REPEATABLE, "one"));
        story.effect(A, first, Effect.Kind.UNIT_BEGIN, 1);
        story.recording.fault("a", Fault.Kind.LONG_FREEZE, Duration.ofSeconds(40));
        story.pass(30);
        Run second = story.begun(B, story.kept(B, first.retry(story.clock(), story.clock())));
        story.pass(10);
        story.effect(A, first, Effect.Kind.UNIT_END, 1);
        story.effect(A, first, Effect.Kind.END, 0);
        story.unit(B, second, 1);
        Run ended = story.ended(B, second);
        story.told(ended);
        story.recording.dump(ended);

        assertThat(story.violations()).isEmpty();
    }

    @Test
    void rulesShouldHoldWhenARunIsStoppedInTime() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.unit(A, run, 1);
        Run stopping = story.kept(B, run.stop(RunExamples.stop(StopMode.CLEAN, story.clock())));
        story.recording.stop(run.id(), StopMode.CLEAN, story.recording.now(), Answer.OK);
        story.unit(A, run, 2);
        story.effect(A, run, Effect.Kind.END, 0);
        Run ended = story.kept(A, stopping.end(new RunOutcome.Stopped("as asked"), story.clock()));
        story.told(ended);
        story.recording.dump(ended);

        assertThat(story.violations()).isEmpty();
    }

    @Test
    void rulesShouldHoldWhenACallbackIsAttemptedAgain() {
        Run ended = story.ended(A, story.begun(A, story.started(PLAIN, "one")));
        Delivery first = story.delivery(ended, "run-1 COMPLETED");
        story.receipt(first, ended, false);
        Delivery second = story.recorded(first, FAILED);
        story.pass(5);
        story.receipt(second, ended, true);
        story.recorded(second, new DeliveryResult.Confirmed(200));
        story.recording.dump(ended);

        assertThat(story.violations()).isEmpty();
    }

    @Test
    void c1ShouldBeBrokenWhenAnAnsweredStartHasNoRun() {
        story.whole(PLAIN, "one");
        story.answered("two", Answer.OK, Optional.of(new RunId("run-2")));

        assertBroken("C1");
    }

    @Test
    void c1ShouldBeBrokenWhenAnAttemptBeginsThatNobodyClaimed() {
        Run ended = story.whole(PLAIN, "one");
        story.effect(B, ended, Effect.Kind.BEGIN, 0);

        assertBroken("C1");
    }

    @Test
    void c2ShouldBeBrokenWhenARepeatedStartMakesAnotherRun() {
        story.whole(PLAIN, "one");
        story.whole(PLAIN, "one");

        assertBroken("C2");
    }

    @Test
    void c3ShouldBeBrokenWhenARefusedStartHasARun() {
        story.answered("one", Answer.FAIL, Optional.empty());
        Run ended = story.ended(A, story.begun(A, story.added(PLAIN, "one")));
        story.told(ended);
        story.recording.dump(ended);

        assertBroken("C3");
    }

    @Test
    void c4ShouldBeBrokenWhenAChangeIsLost() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.kept(A, run.withProgress(run.progress().advance(50, Optional.empty())));
        story.kept(A, run.withProgress(run.progress().advance(60, Optional.empty())));

        assertBroken("C4");
    }

    @Test
    void c4ShouldBeBrokenWhenProgressFalls() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        Run half = story.kept(A, run.withProgress(run.progress().advance(50, Optional.empty())));
        story.kept(A, half.withProgress(Progress.NONE));

        assertBroken("C4");
    }

    @Test
    void c5ShouldBeBrokenWhenARunEndsTwice() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.ended(A, run);
        story.kept(B, run.withVersion(run.version() + 1).lose("its node died", story.clock()));

        assertBroken("C5");
    }

    @Test
    void c5ShouldBeBrokenWhenARunNeverEnds() {
        story.begun(A, story.started(PLAIN, "one"));

        assertBroken("C5");
    }

    @Test
    void c5ShouldBeBrokenWhenAnEndedRunIsAnotherLater() {
        Run ended = story.whole(PLAIN, "one");
        story.recording.dump(ended.withVersion(9));

        assertBroken("C5");
    }

    @Test
    void c6ShouldBeBrokenWhenTwoAttemptsAreAtWorkTogether() {
        Run first = story.begun(A, story.started(REPEATABLE, "one"));
        story.effect(A, first, Effect.Kind.UNIT_BEGIN, 1);
        story.begun(B, story.kept(B, first.retry(story.clock(), story.clock())));
        story.effect(A, first, Effect.Kind.UNIT_END, 1);

        assertBroken("C6");
    }

    @Test
    void c6ShouldBeBrokenWhenAThawedNodeBeginsAnotherUnit() {
        Run first = story.begun(A, story.started(REPEATABLE, "one"));
        story.recording.fault("a", Fault.Kind.LONG_FREEZE, Duration.ofSeconds(40));
        story.begun(B, story.kept(B, first.retry(story.clock(), story.clock())));
        story.effect(A, first, Effect.Kind.UNIT_BEGIN, 1);

        assertBroken("C6");
    }

    @Test
    void c6ShouldBeBrokenWhenARunIsRepeatedThatIsNotToBe() {
        Run first = story.begun(A, story.started(PLAIN, "one"));
        story.effect(A, first, Effect.Kind.END, 0);
        story.begun(B, story.kept(A, first.retry(story.clock(), story.clock())));

        assertBroken("C6");
    }

    @Test
    void c7ShouldBeBrokenWhenAnOlderAttemptWrites() {
        Run first = story.begun(A, story.started(REPEATABLE, "one"));
        Run second = story.begun(B, story.kept(B, first.retry(story.clock(), story.clock())));
        story.kept(A, first.withVersion(second.version()).end(new RunOutcome.Completed(), story.clock()));

        assertBroken("C7");
    }

    @Test
    void c7ShouldBeBrokenWhenAnotherNodeWritesTheOutcome() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.kept(B, run.end(new RunOutcome.Completed(), story.clock()));

        assertBroken("C7");
    }

    @Test
    void c8ShouldBeBrokenWhenARunIsReadAsItWasBefore() {
        Run queued = story.started(PLAIN, "one");
        Run run = story.begun(A, queued);
        story.recording.reading(story.recording.now(), run);
        story.recording.reading(story.recording.now(), queued);

        assertBroken("C8");
    }

    @Test
    void c9ShouldBeBrokenWhenAnEndHasNoDelivery() {
        story.ended(A, story.begun(A, story.started(PLAIN, "one")));

        assertBroken("C9");
    }

    @Test
    void c9ShouldBeBrokenWhenNobodyGotWhatIsSaidToBeConfirmed() {
        Run ended = story.ended(A, story.begun(A, story.started(PLAIN, "one")));
        story.recorded(story.delivery(ended, "run-1 COMPLETED"), new DeliveryResult.Confirmed(200));

        assertBroken("C9");
    }

    @Test
    void c9ShouldBeBrokenWhenADeliveryIsGivenUpBeforeItsTime() {
        Run ended = story.ended(A, story.begun(A, story.started(PLAIN, "one")));
        Delivery delivery = story.delivery(ended, "run-1 COMPLETED");
        for (int attempt = 1; attempt < 10; attempt++) {
            delivery = story.recorded(delivery, FAILED);
        }

        assertBroken("C9");
    }

    @Test
    void c10ShouldBeBrokenWhenACallbackComesBeforeTheEnd() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        Delivery early = story.delivery(run, "run-1 COMPLETED");
        story.receipt(early, run, true);
        story.ended(A, run);

        assertBroken("C10");
    }

    @Test
    void c10ShouldBeBrokenWhenTheSecondAttemptSaysAnotherThing() {
        Run ended = story.ended(A, story.begun(A, story.started(PLAIN, "one")));
        story.receipt(story.delivery(ended, "run-1 COMPLETED"), ended, true);
        story.receipt(story.delivery(ended, "the run-1 COMPLETED"), ended, true);

        assertBroken("C10");
    }

    @Test
    void c10ShouldBeBrokenWhenACallbackLies() {
        Run ended = story.ended(A, story.begun(A, story.started(PLAIN, "one")));
        story.receipt(story.delivery(ended, "run-1 FAILED"), ended, true);

        assertBroken("C10");
    }

    @Test
    void c11ShouldBeBrokenWhenAnAttemptComesTooEarly() {
        Run ended = story.ended(A, story.begun(A, story.started(PLAIN, "one")));
        Delivery first = story.delivery(ended, "run-1 COMPLETED");
        story.receipt(first, ended, false);
        Delivery second = story.recorded(first, FAILED);
        story.pass(4);
        story.receipt(second, ended, true);

        assertBroken("C11");
    }

    @Test
    void c11ShouldBeBrokenWhenAnAttemptComesTooLateInPeace() {
        Run ended = story.ended(A, story.begun(A, story.started(PLAIN, "one")));
        Delivery delivery = story.delivery(ended, "run-1 COMPLETED");
        story.pass(4);
        story.receipt(delivery, ended, true);

        assertBroken("C11");
    }

    @Test
    void c11ShouldBeBrokenWhenAnAttemptIsLeftOut() {
        Run ended = story.ended(A, story.begun(A, story.started(PLAIN, "one")));
        Delivery first = story.delivery(ended, "run-1 COMPLETED");
        story.receipt(story.recorded(first, FAILED), ended, true);

        assertBroken("C11");
    }

    @Test
    void c12ShouldBeBrokenWhenARunWorksOnLongAfterItsStop() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.kept(B, run.stop(RunExamples.stop(StopMode.NOW, story.clock())));
        story.recording.stop(run.id(), StopMode.NOW, story.recording.now(), Answer.OK);
        story.pass(11);
        story.unit(A, run, 1);

        assertBroken("C12");
    }

    @Test
    void c12ShouldBeBrokenWhenAStoppedRunBeginsAnew() {
        Run run = story.begun(A, story.started(REPEATABLE, "one"));
        story.kept(B, run.stop(RunExamples.stop(StopMode.NOW, story.clock())));
        story.recording.stop(run.id(), StopMode.NOW, story.recording.now(), Answer.OK);
        story.effect(A, run, Effect.Kind.END, 0);
        story.begun(B, story.kept(A, run.retry(story.clock(), story.clock())));

        assertBroken("C12");
    }

    @Test
    void c12ShouldBeBrokenWhenAnEndedRunIsAtWork() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.kept(B, run.lose("its node died", story.clock()));
        story.unit(A, run, 1);

        assertBroken("C12");
    }

    @Test
    void c13ShouldBeBrokenWhenAUnitIsBegunAfterACleanStop() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.kept(B, run.stop(RunExamples.stop(StopMode.CLEAN, story.clock())));
        story.recording.stop(run.id(), StopMode.CLEAN, story.recording.now(), Answer.OK);
        story.pass(2);
        story.unit(A, run, 1);

        assertBroken("C13");
    }

    @Test
    void c13ShouldBeBrokenWhenACleanStopCutsAUnitOff() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.effect(A, run, Effect.Kind.UNIT_BEGIN, 1);
        Run stopping = story.kept(B, run.stop(RunExamples.stop(StopMode.CLEAN, story.clock())));
        story.recording.stop(run.id(), StopMode.CLEAN, story.recording.now(), Answer.OK);
        story.effect(A, run, Effect.Kind.END, 0);
        story.kept(A, stopping.end(new RunOutcome.Stopped("within unit 1"), story.clock()));

        assertBroken("C13");
    }

    @Test
    void c13ShouldBeBrokenWhenAUnitIsLeftOut() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.unit(A, run, 1);
        story.unit(A, run, 3);

        assertBroken("C13");
    }

    @Test
    void c14ShouldBeBrokenWhenARunEndsLongAfterAllIsMended() {
        Run run = story.begun(A, story.started(PLAIN, "one"));
        story.recording.healed();
        story.pass(61);
        story.ended(A, run);

        assertBroken("C14");
    }

    @Test
    void c14ShouldBeBrokenWhenANodeHoldsSomethingAtTheEnd() {
        story.whole(PLAIN, "one");
        story.recording.remains("a", List.of("room for runs"));

        assertBroken("C14");
    }

    @Test
    void limitsShouldBeBrokenWhenTwoRunsOfALimitedJobAreCarriedOut() {
        story.begun(A, story.started(LIMITED, "one"));
        story.begun(B, story.started(LIMITED, "two"));

        assertBroken("limits");
    }

    @Test
    void limitsShouldBeBrokenWhenARunIsNotAlone() {
        story.started(PLAIN, "one");
        Run second = story.added(PLAIN, "two");
        story.recording.start("two", true, story.recording.now(), Answer.OK, Optional.of(second.id()));

        assertBroken("limits");
    }

    @Test
    void rulesShouldHoldInAWholeChain() {
        Run first = chained();
        Run second = story.ended(A, story.begun(A, story.following(PLAIN, first)));
        story.told(second);
        story.recording.dump(first);
        story.recording.dump(second);

        assertThat(story.violations()).isEmpty();
    }

    @Test
    void chainsShouldBeBrokenWhenAPlaceHasTwoRuns() {
        Run first = chained();
        story.following(PLAIN, first);
        story.following(PLAIN, first);

        assertBroken("chains");
    }

    @Test
    void chainsShouldBeBrokenWhenARunIsMissing() {
        chained();

        assertBroken("chains");
    }

    @Test
    void chainsShouldBeBrokenWhenARunFollowsOneThatFailed() {
        Run first = story.begun(A, story.chained(PLAIN, "one"));
        Run failed = story.kept(A, first.end(new RunOutcome.Failed("no"), story.clock()));
        story.following(PLAIN, failed);

        assertBroken("chains");
    }

    @Test
    void chainsShouldBeBrokenWhenARunComesBeforeTheEndOfTheOneBefore() {
        Run first = story.begun(A, story.chained(PLAIN, "one"));
        story.following(PLAIN, first);
        story.ended(A, first);

        assertBroken("chains");
    }

    @Test
    void chainsShouldBeBrokenWhenARunIsToldOfThatIsFollowed() {
        Run first = chained();
        story.following(PLAIN, first);
        story.told(first);

        assertBroken("chains");
    }

    /** A run that has ended well and is to be followed. */
    private Run chained() {
        return story.ended(A, story.begun(A, story.chained(PLAIN, "one")));
    }

    private void assertBroken(String rule) {
        assertThat(story.violations()).extracting(Checker.Violation::rule).contains(rule);
    }
}
