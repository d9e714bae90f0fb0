package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** What every {@link RunIndex} keeps to. */
public interface RunIndexContract extends StoredRuns {
    /** The index of the same storage as {@link #runs}. */
    RunIndex index();

    @Test
    default void findShouldFindARunByItsNumber() {
        Job job = kept("job");
        waiting(job, "other");
        Run run = running(job, "run");

        assertThat(index().find(run.number())).contains(run);
    }

    @Test
    default void findShouldFindNothingWhenNoRunHasTheNumber() {
        Run run = waiting(kept("job"), "run");
        int other = run.number().value() == Integer.MAX_VALUE ? 1 : Integer.MAX_VALUE;

        assertThat(index().find(new RunNumber(other))).isEmpty();
    }

    @Test
    default void unfinishedShouldCountTheRunsOfAProjectThatHaveNotEnded() {
        Job job = kept("job");
        ProjectPath project = job.definition().project();
        waiting(job, "waiting");
        running(job, "running");
        completed(running(job, "ended"));

        assertThat(index().unfinished(project)).isEqualTo(2);
        assertThat(index().unfinished(new ProjectPath("Other"))).isZero();
    }

    @Test
    default void chainShouldBeThoseThatFollowByTheirPositions() {
        Job job = kept("job");
        Run first = waiting(job, "first");
        Run third = comingOf(job, "third", new Origin(Origin.Kind.CHAIN, new RunId("second"), first.id(), 2));
        Run second = comingOf(job, "second", new Origin(Origin.Kind.CHAIN, first.id(), first.id(), 1));
        comingOf(job, "step", Origin.step(first, 1));
        comingOf(job, "another", new Origin(Origin.Kind.CHAIN, new RunId("x"), new RunId("x"), 1));

        assertThat(index().chain(first.id())).containsExactly(second, third);
        assertThat(index().chain(second.id())).isEmpty();
    }

    @Test
    default void stepsShouldBeThoseOfTheFlowByTheirPositions() {
        Job job = kept("job");
        Run flow = waiting(job, "flow");
        Run tenth = comingOf(job, "tenth", Origin.step(flow, 10));
        Run ninth = comingOf(job, "ninth", Origin.step(flow, 9));
        comingOf(job, "after", new Origin(Origin.Kind.CHAIN, flow.id(), flow.id(), 1));

        Run other = waiting(job, "other");
        Run first = comingOf(job, "first", Origin.step(other, 1));

        assertThat(index().steps(List.of(flow.id()))).containsExactly(ninth, tenth);
        assertThat(index().steps(List.of(flow.id(), ninth.id(), other.id()))).containsExactly(first, ninth, tenth);
        assertThat(index().steps(List.of(ninth.id()))).isEmpty();
        assertThat(index().steps(List.of())).isEmpty();
    }

    private Run comingOf(Job job, String id, Origin origin) {
        return added(StartExample.of(job, id)
                .withRequest(RunExamples.request().within(Optional.empty(), Optional.of(origin))));
    }

    @Test
    default void pageShouldBeNewestFirstThenByFallingNumber() {
        Job job = kept("job");
        Run oldest = added(StartExample.of(job, "oldest").at(NOW.minusSeconds(1)));
        List<Run> sameTime = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sameTime.add(waiting(job, "run-" + i));
        }
        Run newest = added(StartExample.of(job, "newest").at(NOW.plusSeconds(1)));

        List<Run> expected = new ArrayList<>(List.of(newest));
        sameTime.stream()
                .sorted(Comparator.comparingInt((Run run) -> run.number().value())
                        .reversed())
                .forEach(expected::add);
        expected.add(oldest);
        assertThat(index().page(RunFilter.ALL, Optional.empty(), 10)).containsExactlyElementsOf(expected);
    }

    @Test
    default void pagesShouldHoldEveryRunOnceWhenWalked() {
        Job job = kept("job");
        for (int i = 0; i < 10; i++) {
            added(StartExample.of(job, "run-" + i).at(NOW.plusSeconds(i / 4)));
        }
        List<Run> all = index().page(RunFilter.ALL, Optional.empty(), 100);

        List<Run> walked = new ArrayList<>();
        List<Run> page = index().page(RunFilter.ALL, Optional.empty(), 3);
        while (!page.isEmpty() && walked.size() < 100) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            walked.addAll(page);
            added(StartExample.of(job, "later-" + walked.size()).at(NOW.plusSeconds(60)));
            page = index().page(RunFilter.ALL, Optional.of(RunCursor.of(page.getLast())), 3);
        }

        assertThat(all).hasSize(10);
        assertThat(walked).containsExactlyElementsOf(all);
    }

    @Test
    default void pageShouldHoldTheRunsOfTheStatusesAskedFor() {
        Job job = kept("job");
        Run waiting = waiting(job, "waiting");
        Run running = running(job, "running");
        Run ended = completed(claimed(job, "ended"));
        claimed(job, "starting");

        assertThat(index().page(
                                RunFilter.ALL.withStatuses(Set.of(RunStatus.QUEUED, RunStatus.RUNNING)),
                                Optional.empty(),
                                10))
                .containsExactlyInAnyOrder(waiting, running);
        assertThat(index().page(RunFilter.ALL.withStatuses(Set.of(RunStatus.COMPLETED)), Optional.empty(), 10))
                .containsExactly(ended);
    }

    @Test
    default void pageShouldHoldTheRunsOfTheJobAndProjectAskedFor() {
        Job here = kept("here");
        Job below = jobs().save(JobExamples.job("below", new ProjectPath("Default/Below"), new JobName("here")));
        Run first = waiting(here, "first");
        Run second = waiting(below, "second");

        assertThat(index().page(RunFilter.ALL.withJob(here.id()), Optional.empty(), 10))
                .containsExactly(first);
        assertThat(index().page(
                                filter(Optional.of(new ProjectPath("Default/Below")), Optional.empty()),
                                Optional.empty(),
                                10))
                .containsExactly(second);
        assertThat(index().page(filter(Optional.of(ProjectPath.DEFAULT), Optional.empty()), Optional.empty(), 10))
                .containsExactly(first);
    }

    @Test
    default void pageShouldHoldTheRunsOfTheDialectAskedFor() {
        Job job = kept("job");
        waiting(job, "native");
        Run nexus = added(StartExample.of(job, "nexus").withRequest(RunExamples.request(0, Dialect.NEXUS)));

        assertThat(index().page(filter(Optional.empty(), Optional.of(Dialect.NEXUS)), Optional.empty(), 10))
                .containsExactly(nexus);
    }

    @Test
    default void pageShouldHoldTheRunsCreatedFromThenOnAndBefore() {
        Job job = kept("job");
        added(StartExample.of(job, "before").at(NOW.minusMillis(1)));
        Run first = added(StartExample.of(job, "first").at(NOW));
        Run last = added(StartExample.of(job, "last").at(NOW.plusMillis(999)));
        added(StartExample.of(job, "after").at(NOW.plusSeconds(1)));

        RunFilter second = between(Optional.of(NOW), Optional.of(NOW.plusSeconds(1)));

        assertThat(index().page(second, Optional.empty(), 10)).containsExactly(last, first);
    }

    @Test
    default void pageShouldFindTextWithinTheJobsNameAndAtTheBeginningOfTheId() {
        Job job = jobs().save(JobExamples.job("job", ProjectPath.DEFAULT, new JobName("Nightly Load")));
        Run byName = added(StartExample.of(job, "1").at(NOW.plusSeconds(1)));
        Run byId = waiting(kept("other"), "LOAD-7");
        waiting(kept("third"), "not-load");

        assertThat(index().page(text("load"), Optional.empty(), 10)).containsExactly(byName, byId);
        assertThat(index().page(text("LY LO"), Optional.empty(), 10)).containsExactly(byName);
    }

    @Test
    default void pageShouldFindTheBeginningOfAnIdInAnyCase() {
        Job job = kept("job");
        Run mixed = added(StartExample.of(job, "nIGht-1").at(NOW.plusSeconds(2)));
        Run upper = added(StartExample.of(job, "NIGHT-2").at(NOW.plusSeconds(1)));
        waiting(job, "nigh");
        waiting(job, "night+".replace('+', '_'));

        assertThat(index().page(text("Night-"), Optional.empty(), 10)).containsExactly(mixed, upper);
        assertThat(index().page(text("night-\u00e9"), Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void pageShouldFindTheLastIdsOnlyWhenATextBeginsVeryMany() {
        Job job = kept("job");
        for (int i = 0; i <= RunFilter.MOST_IDS; i++) {
            added(StartExample.of(job, "run-%05d".formatted(i)).at(NOW.plusSeconds(i)));
        }

        List<Run> found = index().page(text("RUN"), Optional.empty(), 2 * RunFilter.MOST_IDS);

        assertThat(found).hasSize(RunFilter.MOST_IDS);
        assertThat(found.getLast().id().value()).isEqualTo("run-00001");
    }

    @Test
    default void pageShouldHoldTheRunsOfAJobUnderEveryNameItHad() {
        Job before = jobs().save(JobExamples.job("job", ProjectPath.DEFAULT, new JobName("Early")));
        Run early = waiting(before, "early");
        Job after = jobs().save(before.redefine(
                JobExamples.definition(new ProjectPath("Moved"), new JobName("Late")), JobExamples.EDIT));
        Run late = added(StartExample.of(after, "late").at(NOW.plusSeconds(1)));

        assertThat(index().page(RunFilter.ALL.withJob(after.id()), Optional.empty(), 10))
                .containsExactly(late, early);
        assertThat(index().page(filter(Optional.of(ProjectPath.DEFAULT), Optional.empty()), Optional.empty(), 10))
                .containsExactly(early);
        assertThat(index().page(text("late"), Optional.empty(), 10)).containsExactly(late);
    }

    @Test
    default void pageShouldHoldTheRunsOfADeletedJob() {
        Job job = kept("job");
        Run ended = completed(claimed(job, "ended"));
        jobs().delete(job.id(), job.version());

        assertThat(index().page(RunFilter.ALL.withJob(job.id()), Optional.empty(), 10))
                .containsExactly(ended);
    }

    @Test
    default void pageShouldJoinTheCursorAndTheTimesWhicheverEndsFirst() {
        Job job = kept("job");
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(added(StartExample.of(job, "run-" + i).at(NOW.plusSeconds(i))));
        }
        RunFilter firstThree = between(Optional.of(NOW.plusSeconds(1)), Optional.of(NOW.plusSeconds(3)));

        assertThat(index().page(firstThree, Optional.of(RunCursor.of(runs.get(4))), 10))
                .containsExactly(runs.get(2), runs.get(1));
        assertThat(index().page(firstThree, Optional.of(RunCursor.of(runs.get(3))), 10))
                .containsExactly(runs.get(2), runs.get(1));
        assertThat(index().page(firstThree, Optional.of(RunCursor.of(runs.get(2))), 10))
                .containsExactly(runs.get(1));
    }

    @Test
    default void pageShouldTakeEveryCharacterOfTheTextAsItIs() {
        Job job = jobs().save(JobExamples.job("job", ProjectPath.DEFAULT, new JobName("100%_done\\'")));
        Run run = waiting(job, "run");
        waiting(kept("other"), "other");

        for (String literal : List.of("%", "_", "\\", "'", "0%_d")) {
            assertThat(index().page(text(literal), Optional.empty(), 10))
                    .as(literal)
                    .containsExactly(run);
        }
        assertThat(index().page(text("1%d"), Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void pageShouldJoinThePartsOfAFilterAndTheCursor() {
        Job job = kept("job");
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(added(StartExample.of(job, "run-" + i).at(NOW.plusSeconds(i))));
            added(StartExample.of(kept("other-" + i), "other-" + i).at(NOW.plusSeconds(i)));
        }
        RunFilter filter = RunFilter.ALL.withJob(job.id()).withStatuses(Set.of(RunStatus.QUEUED));

        assertThat(index().page(filter, Optional.of(RunCursor.of(runs.get(4))), 2))
                .containsExactly(runs.get(3), runs.get(2));
    }

    @Test
    default void unfinishedShouldGiveEveryRunOfTheJobThatHasNotEndedOldestFirst() {
        Job job = kept("job");
        Run youngest = added(StartExample.of(job, "youngest").at(NOW.plusSeconds(9)));
        Run middle = runs().update(running(job, "middle").stop(RunExamples.stop(StopMode.CLEAN, NOW)));
        Run oldest = added(StartExample.of(job, "oldest").on(NODE).at(NOW.minusSeconds(1)));
        completed(claimed(job, "ended"));
        waiting(kept("other"), "other");

        assertThat(index().unfinished(job.id())).containsExactly(oldest, middle, youngest);
    }

    @Test
    default void endedShouldGiveTheLastEndedFirstThenByFallingNumber() {
        Job job = kept("job");
        Run late = endedAt(job, "late", NOW.plusSeconds(30));
        Run early = endedAt(job, "early", NOW.plusSeconds(10));
        List<Run> sameTime = List.of(endedAt(job, "a", NOW.plusSeconds(20)), endedAt(job, "b", NOW.plusSeconds(20)));
        running(job, "running");

        List<Run> expected = new ArrayList<>(List.of(late));
        sameTime.stream()
                .sorted(Comparator.comparingInt((Run run) -> run.number().value())
                        .reversed())
                .forEach(expected::add);
        expected.add(early);
        assertThat(index().ended(Optional.empty(), Reach.EVERYTHING, 0, 10)).containsExactlyElementsOf(expected);
    }

    @Test
    default void endedShouldLeaveOutAsManyRunsAsAskedAndOtherJobs() {
        Job job = kept("job");
        Run first = endedAt(job, "first", NOW.plusSeconds(1));
        Run second = endedAt(job, "second", NOW.plusSeconds(2));
        Run third = endedAt(job, "third", NOW.plusSeconds(3));
        endedAt(kept("other"), "other", NOW.plusSeconds(4));

        assertThat(index().ended(Optional.of(job.id()), Reach.EVERYTHING, 0, 2)).containsExactly(third, second);
        assertThat(index().ended(Optional.of(job.id()), Reach.EVERYTHING, 2, 2)).containsExactly(first);
        assertThat(index().ended(Optional.of(job.id()), Reach.EVERYTHING, 3, 2)).isEmpty();
    }

    @Test
    default void listsShouldHoldTheRunsWithinReachOnly() {
        Job plain = jobs().save(JobExamples.job("plain", new ProjectPath("Sales"), new JobName("Load")));
        Job below = jobs().save(JobExamples.job("below", new ProjectPath("Sales/EU"), new JobName("Load")));
        Job beside = jobs().save(JobExamples.job("beside", new ProjectPath("SalesTeam"), new JobName("Load")));
        Run first = endedAt(plain, "one-1", NOW.plusSeconds(1));
        Run foreign = endedAt(beside, "one-2", NOW.plusSeconds(2));
        Run second = endedAt(below, "one-3", NOW.plusSeconds(3));
        Job moved = jobs().save(plain.redefine(
                JobExamples.definition(new ProjectPath("Ops"), new JobName("Load")), plain.updated()));
        Run elsewhere = endedAt(moved, "one-4", NOW.plusSeconds(4));
        Reach sales = Reach.of(List.of(new ProjectPath("Sales")));
        Reach nothing = Reach.of(List.of());

        assertThat(index().page(RunFilter.ALL.within(sales), Optional.empty(), 10))
                .containsExactlyInAnyOrder(first, second);
        assertThat(index().page(text("one-").within(sales), Optional.empty(), 10))
                .containsExactlyInAnyOrder(first, second);
        assertThat(index().page(RunFilter.ALL.withJob(moved.id()).within(sales), Optional.empty(), 10))
                .containsExactly(first);
        assertThat(index().page(RunFilter.ALL.within(nothing), Optional.empty(), 10))
                .isEmpty();
        assertThat(index().ended(Optional.empty(), sales, 0, 10)).containsExactly(second, first);
        assertThat(index().ended(Optional.empty(), sales, 1, 10)).containsExactly(first);
        assertThat(index().ended(Optional.empty(), sales, 2, 10)).isEmpty();
        assertThat(index().ended(Optional.of(moved.id()), sales, 0, 10)).containsExactly(first);
        assertThat(index().ended(Optional.of(beside.id()), sales, 0, 10)).isEmpty();
        assertThat(index().ended(Optional.empty(), nothing, 0, 10)).isEmpty();
        Reach others = Reach.of(List.of(new ProjectPath("Ops"), new ProjectPath("SalesTeam")));
        assertThat(index().ended(Optional.empty(), others, 0, 10)).containsExactly(elsewhere, foreign);
    }

    @Test
    default void startedByShouldHoldTheRunsOfTheUserNewestFirst() {
        Job job = kept("job");
        Run first = of("bob", job, "first", NOW);
        Run second = of("bob", job, "second", NOW);
        Run last = of("bob", job, "last", NOW.plusSeconds(1));
        of("alice", job, "of-another", NOW.plusSeconds(2));
        of("Bob", job, "of-one-alike", NOW.plusSeconds(2));
        Run late = first.number().value() > second.number().value() ? first : second;
        Run early = late.equals(first) ? second : first;

        assertThat(index().startedBy("bob", Reach.EVERYTHING, 10)).containsExactly(last, late, early);
        assertThat(index().startedBy("bob", Reach.EVERYTHING, 2)).containsExactly(last, late);
        assertThat(index().startedBy("bob", Reach.of(List.of(new ProjectPath("Other"))), 10))
                .isEmpty();
        assertThat(index().startedBy("nobody", Reach.EVERYTHING, 10)).isEmpty();
    }

    private Run of(String requester, Job job, String id, Instant at) {
        return added(StartExample.of(job, id)
                .withRequest(RunExamples.requestOf(requester))
                .at(at));
    }

    @Test
    default void runShouldBeUnfinishedOrEndedWhenSeenAtAnyMoment() {
        Job job = kept("job");
        for (int round = 0; round < 20; round++) {
            Run run = running(job, "run-" + round);

            Race<Boolean> race = Race.among(2, (number, line) -> {
                line.cross();
                if (number == 0) {
                    completed(run);
                    return true;
                }
                return index().unfinished(job.id()).stream()
                                .anyMatch(some -> some.id().equals(run.id()))
                        || index().ended(Optional.of(job.id()), Reach.EVERYTHING, 0, 100).stream()
                                .anyMatch(some -> some.id().equals(run.id()));
            });

            assertThat(race.losses()).isEmpty();
            assertThat(race.wins()).containsOnly(true);
        }
    }

    private Run endedAt(Job job, String id, Instant at) {
        return runs().finish(claimed(job, id).end(new RunOutcome.Completed(), at), Optional.empty());
    }

    private static RunFilter filter(Optional<ProjectPath> project, Optional<Dialect> dialect) {
        return new RunFilter(
                Set.of(), Optional.empty(), project, dialect, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static RunFilter between(Optional<Instant> from, Optional<Instant> to) {
        return new RunFilter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), from, to, Optional.empty());
    }

    private static RunFilter text(String text) {
        return new RunFilter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text));
    }
}
