package org.jobplatform.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.JobId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChainTest {
    private static final ChainPlan PLAN =
            new ChainPlan(List.of(new JobId("b"), new JobId("c")), Map.of("region", "eu"));

    @Test
    void planShouldShrinkToNothingWhenItIsFollowed() {
        ChainPlan rest = PLAN.rest().orElseThrow();

        assertThat(PLAN.next()).isEqualTo(new JobId("b"));
        assertThat(rest.next()).isEqualTo(new JobId("c"));
        assertThat(rest.given()).isEqualTo(PLAN.given());
        assertThat(rest.rest()).isEmpty();
    }

    @Test
    void planShouldBeRefusedWhenNothingOrTooMuchFollows() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChainPlan(List.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChainPlan(Collections.nCopies(101, new JobId("b")), Map.of()));
    }

    @Test
    void originShouldCountFromTheFirstRunOfTheChain() {
        Run first = Runs.of(RunStatus.COMPLETED);
        Run second = child(first, Origin.after(first), "second");

        assertThat(Origin.after(first)).isEqualTo(new Origin(Origin.Kind.CHAIN, first.id(), first.id(), 1));
        assertThat(Origin.after(second)).isEqualTo(new Origin(Origin.Kind.CHAIN, second.id(), first.id(), 2));
        assertThat(second.parent()).contains(first.id());
        assertThat(second.root()).isEqualTo(first.id());
        assertThat(first.root()).isEqualTo(first.id());
    }

    @Test
    void childShouldHaveOneIdForOnePlaceAndAnotherForEachOther() {
        Run first = Runs.of(RunStatus.COMPLETED);
        Origin origin = Origin.after(first);

        assertThat(origin.child()).isEqualTo(Origin.after(first).child()).isNotEqualTo(first.id());
        assertThat(List.of(
                        origin.child(),
                        new Origin(Origin.Kind.CHAIN, first.id(), first.id(), 2).child(),
                        Origin.step(first, 1).child(),
                        new Origin(Origin.Kind.CHAIN, first.id(), new RunId("other"), 1).child()))
                .doesNotHaveDuplicates();
        assertThat(origin.child().isGuid()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void runShouldBeFollowedWhenItsPlanSaysSoAndItEndedWell(RunStatus status) {
        Run run = Runs.of(status);
        Run planned = with(run, run.request().within(Optional.of(PLAN), Optional.empty()));

        assertThat(planned.isFollowed())
                .isEqualTo(status == RunStatus.COMPLETED || status == RunStatus.COMPLETED_WITH_ERRORS);
        assertThat(run.isFollowed()).isFalse();
    }

    private static Run child(Run like, Origin origin, String id) {
        Run run = with(like, like.request().within(Optional.empty(), Optional.of(origin)));
        return new Run(
                new RunId(id),
                run.number(),
                run.job(),
                run.request(),
                run.state(),
                run.progress(),
                run.attempt(),
                run.createdAt(),
                run.startedAt(),
                run.lastClaim(),
                run.content(),
                run.version());
    }

    private static Run with(Run run, RunRequest request) {
        return new Run(
                run.id(),
                run.number(),
                run.job(),
                request,
                run.state(),
                run.progress(),
                run.attempt(),
                run.createdAt(),
                run.startedAt(),
                run.lastClaim(),
                run.content(),
                run.version());
    }
}
