package org.jobplatform.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jobplatform.domain.run.Runs.NODE;
import static org.jobplatform.domain.run.Runs.NOW;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void stopShouldBecomeStrongerAndNeverWeaker() {
        Run clean = Runs.of(RunStatus.STOPPING);
        Run kill = clean.stop(Runs.wish(StopMode.KILL));

        assertThat(mode(kill)).isEqualTo(StopMode.KILL);
        assertThat(kill.state().since()).isEqualTo(clean.state().since());
        assertThat(kill.stop(Runs.wish(StopMode.NOW))).isSameAs(kill);
        assertThat(kill.stop(Runs.wish(StopMode.KILL))).isSameAs(kill);
        assertThat(mode(clean.stop(Runs.wish(StopMode.NOW)))).isEqualTo(StopMode.NOW);
    }

    @Test
    void waitingRunShouldHaveStoppedForTheReasonOfTheWish() {
        Run stopped = Runs.of(RunStatus.QUEUED).stop(new StopRequest(StopMode.CLEAN, "wrong month", "bob", LATER));

        assertThat(stopped.state()).isEqualTo(new RunState.Stopped(LATER, "wrong month"));
        assertThat(stopped.endedAt()).contains(LATER);
        assertThat(stopped.startedAt()).isEmpty();
    }

    @Test
    void claimShouldCountTheAttemptAndKeepTheFirstStart() {
        Run first = Runs.of(RunStatus.STARTING);
        Owner other = new Owner("node-2", "boot-1");

        Run second = first.retry(NOW, LATER).claim(other, LATER);

        assertThat(first.attempt()).isEqualTo(1);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.owner()).contains(other);
        assertThat(second.startedAt()).contains(NOW);
    }

    @Test
    void retryShouldForgetWhatTheAttemptLeftForDownload() {
        Run running = Runs.of(RunStatus.RUNNING)
                .withContent(new ContentDescription("text/plain", "a.txt", 1, "0".repeat(64)));

        assertThat(running.retry(NOW, LATER).content()).isEmpty();
    }

    @Test
    void retryShouldWaitUntilItsTimeAndKeepTheProgress() {
        Run running = Runs.of(RunStatus.RUNNING).withProgress(Progress.NONE.advance(40, Optional.of("almost half")));

        Run again = running.retry(NOW, LATER);

        assertThat(again.state()).isEqualTo(new RunState.Queued(NOW, LATER));
        assertThat(again.owner()).isEmpty();
        assertThat(again.progress()).isEqualTo(running.progress());
    }

    @Test
    void timesShouldNotGoBackWhenClocksDiffer() {
        Instant earlier = NOW.minusSeconds(3_600);
        Run claimed = Runs.of(RunStatus.QUEUED).claim(NODE, earlier);
        Run begun = claimed.begin(LATER);

        assertThat(claimed.startedAt()).contains(NOW);
        assertThat(begun.stop(Runs.wish(StopMode.NOW)).state().since()).isEqualTo(LATER);
        assertThat(begun.retry(earlier, earlier).state().since()).isEqualTo(LATER);
        assertThat(begun.lose("gone", earlier).endedAt()).contains(LATER);
        assertThat(begun.end(new RunOutcome.Completed(), earlier).endedAt()).contains(LATER);
    }

    @Test
    void runShouldWaitForNoClockWhenItHasNothingToWaitFor() {
        Run running = Runs.of(RunStatus.RUNNING);

        assertThat(running.retry(LATER, LATER).state()).isEqualTo(new RunState.Queued(LATER, Instant.EPOCH));
        assertThat(Runs.of(RunStatus.QUEUED).state()).isEqualTo(new RunState.Queued(NOW, Instant.EPOCH));
    }

    @Test
    void eventsShouldLeaveTheVersionToTheStore() {
        Run stored = Runs.of(RunStatus.STARTING).withVersion(7);

        assertThat(stored.begin(NOW).end(new RunOutcome.Completed(), NOW).version())
                .isEqualTo(7);
    }

    @Test
    void percentageShouldBeFullWhenTheRunCompletedInWholeOrPart() {
        assertThat(Runs.of(RunStatus.COMPLETED).progress().percent()).isEqualTo(100);
        assertThat(Runs.of(RunStatus.COMPLETED_WITH_ERRORS).progress().percent())
                .isEqualTo(100);
    }

    @Test
    void percentageShouldStayWhereItWasWhenTheRunDidNotComplete() {
        Run running = Runs.of(RunStatus.RUNNING).withProgress(Progress.NONE.advance(40, Optional.empty()));

        assertThat(running.end(new RunOutcome.Failed("why"), NOW).progress().percent())
                .isEqualTo(40);
        assertThat(running.end(new RunOutcome.Stopped("where"), NOW).progress().percent())
                .isEqualTo(40);
        assertThat(running.lose("its node died", NOW).progress().percent()).isEqualTo(40);
    }

    @Test
    void outcomesShouldCutMessagesThatAreTooLongAndLeaveOutNuls() {
        String text = "x\0".repeat(RunOutcome.MAXIMUM_MESSAGE + 1);

        assertThat(new RunOutcome.Failed(text).message()).isEqualTo("x".repeat(RunOutcome.MAXIMUM_MESSAGE));
        assertThat(new RunOutcome.Stopped(text).message()).hasSize(RunOutcome.MAXIMUM_MESSAGE);
        assertThat(new RunOutcome.CompletedWithErrors(text).message()).hasSize(RunOutcome.MAXIMUM_MESSAGE);
    }

    @Test
    void lossShouldCutAMessageThatIsTooLong() {
        Run lost = Runs.of(RunStatus.RUNNING).lose("x".repeat(RunOutcome.MAXIMUM_MESSAGE + 1), NOW);

        assertThat(lost.state()).isEqualTo(new RunState.Lost(NOW, "x".repeat(RunOutcome.MAXIMUM_MESSAGE)));
    }

    @Test
    void cutShouldNotHalveACharacter() {
        assertThat(BoundedText.cut("ab𝄞", 3)).isEqualTo("ab");
        assertThat(BoundedText.cut("a𝄞b", 3)).isEqualTo("a𝄞");
    }

    @Test
    void claimShouldBeRememberedWhenTheRunHasEnded() {
        Run run = Runs.of(RunStatus.COMPLETED);

        assertThat(run.owner()).isEmpty();
        assertThat(run.lastClaim()).contains(new Claim(NODE.node(), NOW));
    }

    @Test
    void latestAttemptShouldTellWhatTheRunTells() {
        assertThat(RunAttempt.latest(Runs.of(RunStatus.RUNNING)))
                .isEqualTo(new RunAttempt(
                        1, Optional.of(new Claim("node-1", NOW)), Optional.empty(), RunStatus.RUNNING, ""));
        assertThat(RunAttempt.latest(Runs.of(RunStatus.FAILED)))
                .isEqualTo(new RunAttempt(
                        1, Optional.of(new Claim("node-1", NOW)), Optional.of(NOW), RunStatus.FAILED, "exit code 3"));
        assertThatIllegalArgumentException().isThrownBy(() -> RunAttempt.latest(Runs.of(RunStatus.QUEUED)));
    }

    @Test
    void attemptShouldBeRefusedWhenItsPartsContradictEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunAttempt.over(Runs.of(RunStatus.RUNNING), RunStatus.RUNNING, "", NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunAttempt.over(Runs.of(RunStatus.QUEUED), RunStatus.FAILED, "", NOW));
    }

    @Test
    void runShouldBeRefusedWhenItsPartsContradictEachOther() {
        Run queued = Runs.of(RunStatus.QUEUED);

        assertThatIllegalArgumentException().isThrownBy(() -> queued.withVersion(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Run(
                        queued.id(),
                        queued.number(),
                        queued.job(),
                        queued.request(),
                        new RunState.Running(NOW, NODE),
                        queued.progress(),
                        0,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1));
    }

    private static StopMode mode(Run run) {
        return run.state() instanceof RunState.Stopping stopping
                ? stopping.request().mode()
                : StopMode.valueOf("of a run that is " + run.status());
    }
}
