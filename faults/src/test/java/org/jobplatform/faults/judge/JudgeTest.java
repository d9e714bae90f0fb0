package org.jobplatform.faults.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jobplatform.faults.judge.Effect.Kind;
import org.jobplatform.faults.judge.KeptRun.Work;
import org.jobplatform.faults.judge.Start.Told;
import org.junit.jupiter.api.Test;

/** Histories made by hand, each wrong in one way: a judge that cannot be angry proves nothing. */
final class JudgeTest {
    private final List<Start> starts = new ArrayList<>();
    private final List<KeptRun> runs = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();

    @Test
    void judgeShouldBeContentWhenAllIsAsPromised() {
        acknowledged("a");
        keeps("a", Work.ONCE, "COMPLETED");
        works("a", 1, "p", Kind.BEGIN, Kind.BEAT, Kind.END);
        hears("a", "COMPLETED");
        acknowledged("b");
        keeps("b", Work.AGAIN, "COMPLETED");
        works("b", 1, "q", Kind.BEGIN);
        works("b", 2, "r", Kind.BEGIN, Kind.END);
        hears("b", "COMPLETED");
        hears("b", "COMPLETED");
        starts.add(new Start("open", Told.UNKNOWN, true, Set.of()));
        starts.add(new Start("refused", Told.REFUSED, true, Set.of()));

        assertThat(verdict()).isEqualTo(new Verdict(2, 0, 0, 0, 0, List.of()));
    }

    @Test
    void startShouldBeLostWhenItsRunIsNotThere() {
        acknowledged("a");

        assertThat(verdict().lost()).isEqualTo(1);
        assertThat(verdict().complaints()).containsExactly("1 lost: a");
    }

    @Test
    void startShouldBeLostWhenItsRunDoesNotEnd() {
        acknowledged("a");
        keeps("a", Work.NOTHING, "RUNNING");

        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void startShouldBeDoubledWhenTwoRunsAreKeptForIt() {
        starts.add(new Start("a", Told.UNKNOWN, false, Set.of()));
        keeps("a", Work.NOTHING, "COMPLETED");
        runs.add(new KeptRun("other", "a", Work.NOTHING, "COMPLETED"));

        assertThat(verdict().doubled()).isEqualTo(1);
    }

    @Test
    void startShouldBeDoubledWhenItsClientWasToldOfTwoRuns() {
        starts.add(new Start("a", Told.ACKNOWLEDGED, false, Set.of("run-a", "run-b")));
        keeps("a", Work.NOTHING, "COMPLETED");

        assertThat(verdict().doubled()).isEqualTo(1);
        assertThat(verdict().lost()).isEqualTo(1);
    }

    @Test
    void attemptShouldBeDoubledWhenTwoProcessesMadeIt() {
        acknowledged("a");
        keeps("a", Work.AGAIN, "COMPLETED");
        works("a", 1, "p", Kind.BEGIN);
        works("a", 1, "q", Kind.BEGIN, Kind.END);
        hears("a", "COMPLETED");

        assertThat(verdict().doubled()).isEqualTo(1);
    }

    @Test
    void attemptShouldBeDoubledWhenARunThatMustNotBeTriedAgainWas() {
        acknowledged("a");
        keeps("a", Work.ONCE, "COMPLETED");
        works("a", 1, "p", Kind.BEGIN);
        works("a", 2, "q", Kind.BEGIN, Kind.END);
        hears("a", "COMPLETED");

        assertThat(verdict().doubled()).isEqualTo(1);
    }

    @Test
    void runShouldBeDoubledWhenItCameOutInTwoWays() {
        acknowledged("a");
        keeps("a", Work.NOTHING, "COMPLETED");
        hears("a", "COMPLETED");
        hears("a", "LOST");

        assertThat(verdict().doubled()).isEqualTo(1);
    }

    @Test
    void runShouldBeDoubledWhenItsClientWasToldOfAnotherEnd() {
        acknowledged("a");
        keeps("a", Work.NOTHING, "STOPPED");
        hears("a", "COMPLETED");

        assertThat(verdict().doubled()).isEqualTo(1);
    }

    @Test
    void attemptsShouldOverlapWhenTheFirstGoesOnAfterTheSecondBegan() {
        acknowledged("a");
        keeps("a", Work.AGAIN, "COMPLETED");
        works("a", 1, "p", Kind.BEGIN);
        works("a", 2, "q", Kind.BEGIN);
        works("a", 1, "p", Kind.BEAT);
        works("a", 2, "q", Kind.END);
        hears("a", "COMPLETED");

        assertThat(verdict().overlapping()).isEqualTo(1);
    }

    @Test
    void clientShouldNotBeCalledBackWhenItsReceiverHeardNothing() {
        acknowledged("a");
        keeps("a", Work.NOTHING, "LOST");

        assertThat(verdict().notCalledBack()).isEqualTo(1);
    }

    @Test
    void clientShouldBeCalledBackEvenWhenItGotNoAnswer() {
        starts.add(new Start("a", Told.UNKNOWN, true, Set.of()));
        keeps("a", Work.NOTHING, "COMPLETED");

        assertThat(verdict().notCalledBack()).isEqualTo(1);
    }

    @Test
    void judgeShouldComplainWhenARefusedStartMadeARun() {
        starts.add(new Start("a", Told.REFUSED, false, Set.of()));
        keeps("a", Work.NOTHING, "COMPLETED");
        keeps("nobody", Work.NOTHING, "COMPLETED");

        assertThat(verdict().complaints()).containsExactly("2 a run that nobody started: run-a, run-nobody");
    }

    @Test
    void judgeShouldComplainWhenARunCompletedWithoutItsEffect() {
        acknowledged("a");
        keeps("a", Work.ONCE, "COMPLETED");
        works("a", 1, "p", Kind.BEGIN, Kind.BEAT);
        hears("a", "COMPLETED");

        assertThat(verdict().complaints()).containsExactly("1 completed without its effect: run-a");
    }

    private void acknowledged(String key) {
        starts.add(new Start(key, Told.ACKNOWLEDGED, true, Set.of("run-" + key)));
    }

    private void keeps(String key, Work work, String state) {
        runs.add(new KeptRun("run-" + key, key, work, state));
    }

    private void works(String key, int attempt, String execution, Kind... kinds) {
        for (Kind kind : kinds) {
            effects.add(new Effect("run-" + key, attempt, execution, kind));
        }
    }

    private void hears(String key, String state) {
        receipts.add(new Receipt("run-" + key, state));
    }

    private Verdict verdict() {
        return Judge.judge(new History(starts, runs, effects, receipts));
    }
}
