package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} keeps to. */
public interface JobStoreContract extends StoredRuns {

    @Test
    default void saveShouldInsertAJobOfVersionZero() {
        Job job = JobExamples.job("job", JobExamples.everyPart());

        Job kept = jobs().save(job);

        assertThat(kept).isEqualTo(job.withVersion(1));
        assertThat(jobs().find(job.id())).contains(kept);
    }

    @Test
    default void saveShouldKeepTheOrderOfTheRunnersSettings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        Stream.of("zeta", "alpha", "mid", "beta").forEach(name -> settings.put(name, name.length()));
        Job job = JobExamples.job("job");
        JobDefinition plain = job.definition();
        JobDefinition ordered = new JobDefinition(
                plain.project(),
                plain.name(),
                plain.type(),
                plain.description(),
                new RunnerConfiguration("noop", settings),
                plain.parameters(),
                plain.timeout(),
                plain.concurrency(),
                plain.retry(),
                plain.onLost());

        jobs().save(JobExamples.job("job", ordered));

        assertThat(found("job").definition().runner().settings().keySet())
                .containsExactly("zeta", "alpha", "mid", "beta");
    }

    @Test
    default void saveShouldReplaceTheJobWhenItsVersionIsTheStoredOne() {
        Job first = jobs().save(JobExamples.job("job"));
        Job changed =
                first.redefine(JobExamples.everyPart(), new Job.Edit(Instant.parse("2026-02-01T09:00:00Z"), "bob"));

        Job kept = jobs().save(changed);

        assertThat(kept).isEqualTo(changed.withVersion(first.version() + 1));
        assertThat(found("job")).isEqualTo(kept);
        assertThat(jobs().named(first.definition().name(), Reach.EVERYTHING)).isEmpty();
    }

    @Test
    default void saveShouldBeRefusedWhenTheStoredVersionIsAnother() {
        Job first = jobs().save(JobExamples.job("job"));
        Job second = jobs().save(first.redefine(first.definition(), JobExamples.EDIT));

        assertThatExceptionOfType(JobFailure.Stale.class)
                .isThrownBy(() -> jobs().save(first.redefine(JobExamples.everyPart(), JobExamples.EDIT)));
        assertThat(found("job")).isEqualTo(second);
    }

    @Test
    default void saveShouldBeRefusedWhenTheChangedJobIsGone() {
        Job job = jobs().save(JobExamples.job("job"));
        jobs().delete(job.id(), job.version());

        assertThatExceptionOfType(JobFailure.Stale.class).isThrownBy(() -> jobs().save(job));
        assertThat(jobs().find(job.id())).isEmpty();
    }

    @Test
    default void saveShouldBeRefusedWhenANewJobHasTheIdOfAnother() {
        Job first = jobs().save(JobExamples.job("job"));
        Job second = Job.create(first.id(), new FederatedId("another"), JobExamples.everyPart(), JobExamples.EDIT);

        assertThatExceptionOfType(JobFailure.Taken.class).isThrownBy(() -> jobs().save(second));
        assertThat(found("job")).isEqualTo(first);
    }

    @Test
    default void saveShouldBeRefusedWhenANewJobHasTheFederatedIdOfAnother() {
        Job first = jobs().save(JobExamples.job("job"));
        Job second = Job.create(new JobId("another"), first.federatedId(), JobExamples.everyPart(), JobExamples.EDIT);

        assertThatExceptionOfType(JobFailure.Taken.class).isThrownBy(() -> jobs().save(second));
        assertThat(jobs().find(second.id())).isEmpty();
    }

    @Test
    default void saveShouldBeRefusedWhenAJobTakesTheNameOfAnotherInItsProject() {
        Job first = jobs().save(JobExamples.job("first"));
        Job second = jobs().save(JobExamples.job("second"));

        assertThatExceptionOfType(JobFailure.Taken.class)
                .isThrownBy(() -> jobs().save(JobExamples.job("third", first.definition())));
        assertThatExceptionOfType(JobFailure.Taken.class)
                .isThrownBy(() -> jobs().save(second.redefine(first.definition(), JobExamples.EDIT)));
        assertThat(found("second")).isEqualTo(second);
    }

    @Test
    default void nameShouldBeFreeInOtherProjectsInOtherCaseAndAfterADeletion() {
        JobName name = new JobName("Load");
        Job first = jobs().save(JobExamples.job("first", ProjectPath.DEFAULT, name));

        jobs().save(JobExamples.job("second", new ProjectPath("Sales"), name));
        jobs().save(JobExamples.job("third", ProjectPath.DEFAULT, new JobName("load")));
        jobs().delete(first.id(), first.version());
        Job fourth = jobs().save(JobExamples.job("fourth", ProjectPath.DEFAULT, name));

        assertThat(found("fourth")).isEqualTo(fourth);
    }

    @Test
    default void oneChangeShouldWinWhenAllWereMadeFromTheSameVersion() {
        Job job = jobs().save(JobExamples.job("job"));

        Race<Job> race = Race.among(16, (number, line) -> {
            Job read = found(job.id().value());
            line.cross();
            return jobs().save(read.redefine(read.definition(), new Job.Edit(Instant.EPOCH, "caller-" + number)));
        });

        assertThat(race.wins()).containsExactly(found("job"));
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(JobFailure.Stale.class);
    }

    @Test
    default void oneJobShouldGetTheNameWhenManyNewOnesRace() {
        JobDefinition definition = JobExamples.everyPart();

        Race<Job> race = Race.among(16, (number, line) -> {
            line.cross();
            return jobs().save(JobExamples.job("job-" + number, definition));
        });

        assertThat(race.wins())
                .isEqualTo(jobs().named(definition.name(), Reach.EVERYTHING))
                .hasSize(1);
        assertThat(race.losses()).hasSize(15).hasOnlyElementsOfType(JobFailure.Taken.class);
    }

    @Test
    default void deleteShouldRemoveTheJobAndLeaveItsRuns() {
        Job job = kept("job");
        Run ended = completed(claimed(job, "run"));

        jobs().delete(job.id(), job.version());

        assertThat(jobs().find(job.id())).isEmpty();
        assertThat(jobs().find(job.federatedId())).isEmpty();
        assertThat(stored(ended.id())).isEqualTo(ended);
    }

    @Test
    default void deleteShouldBeRefusedWhenTheStoredVersionIsAnotherOrTheJobIsGone() {
        Job first = jobs().save(JobExamples.job("job"));
        Job second = jobs().save(first);

        assertThatExceptionOfType(JobFailure.Stale.class).isThrownBy(() -> jobs().delete(first.id(), first.version()));
        assertThat(found("job")).isEqualTo(second);
        assertThatExceptionOfType(JobFailure.Stale.class).isThrownBy(() -> jobs().delete(new JobId("never"), 1));
    }

    @Test
    default void deleteShouldBeRefusedWhileARunHasNotEnded() {
        Job waiting = kept("waiting");
        waiting(waiting, "waiting");
        Job running = kept("running");
        running(running, "running");

        for (Job job : List.of(waiting, running)) {
            assertThatExceptionOfType(JobFailure.HasUnfinishedRuns.class)
                    .isThrownBy(() -> jobs().delete(job.id(), job.version()));
            assertThat(jobs().find(job.id())).contains(job);
        }
    }

    @Test
    default void eitherShouldWinWhenADeletionRacesWithAStart() {
        for (int round = 0; round < 20; round++) {
            Job job = kept("job-" + round);
            RunId run = new RunId("run-" + round);

            Race<Boolean> race = Race.among(2, (number, line) -> {
                line.cross();
                if (number == 0) {
                    jobs().delete(job.id(), job.version());
                } else {
                    waiting(job, run.value());
                }
                return true;
            });

            assertThat(race.wins()).hasSize(1);
            assertThat(race.losses())
                    .hasOnlyElementsOfTypes(JobFailure.HasUnfinishedRuns.class, JobFailure.NotFound.class);
            assertThat(jobs().find(job.id()).isPresent())
                    .isEqualTo(runs().find(run).isPresent());
        }
    }

    @Test
    default void findShouldFindAJobByItsIdsAndNoOther() {
        Job job = kept("job");
        kept("other");

        assertThat(jobs().find(job.id())).contains(job);
        assertThat(jobs().find(job.federatedId())).contains(job);
        assertThat(jobs().find(new JobId("JOB"))).isEmpty();
        assertThat(jobs().find(new FederatedId("never"))).isEmpty();
    }

    @Test
    default void namedShouldGiveJobsOfExactlyTheNameInTheOrderOfTheirProjects() {
        JobName name = new JobName("Load");
        Job last = jobs().save(JobExamples.job("1", new ProjectPath("sales"), name));
        Job middle = jobs().save(JobExamples.job("2", new ProjectPath("Sales"), name));
        Job first = jobs().save(JobExamples.job("3", new ProjectPath("Default"), name));
        jobs().save(JobExamples.job("4", new ProjectPath("Default"), new JobName("LOAD")));

        assertThat(jobs().named(name, Reach.EVERYTHING)).containsExactly(first, middle, last);
        assertThat(jobs().named(new JobName("Loa"), Reach.EVERYTHING)).isEmpty();
    }

    @Test
    default void pagesShouldHoldEveryJobOnceInTheOrderOfProjectThenNameWhenWalked() {
        List<String> places = List.of("A/b", "A/c", "A B/x", "A.B/x", "B/B", "B/a", "B/é", "a/A");
        List<Job> expected = new ArrayList<>();
        for (String place : places) {
            int slash = place.indexOf('/');
            expected.add(JobExamples.job(
                    "job-" + expected.size(),
                    new ProjectPath(place.substring(0, slash)),
                    new JobName(place.substring(slash + 1))));
        }
        expected.reversed().forEach(job -> jobs().save(job));

        List<Job> walked = new ArrayList<>();
        List<Job> page = jobs().page(JobFilter.ALL, Optional.empty(), 3);
        while (!page.isEmpty() && walked.size() < 100) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            walked.addAll(page);
            page = jobs().page(JobFilter.ALL, Optional.of(JobCursor.of(page.getLast())), 3);
        }

        assertThat(walked).extracting(job -> job.definition().path()).containsExactlyElementsOf(places);
    }

    @Test
    default void pageShouldHoldTheJobsOfTheProjectTypeAndTextAskedFor() {
        ProjectPath sales = new ProjectPath("Sales");
        Job wanted = jobs().save(JobExamples.job(
                "1", JobExamples.definition(sales, new JobName("Big Load"), new JobType("MTT"))));
        jobs().save(JobExamples.job("2", JobExamples.definition(sales, new JobName("Load 2"), new JobType("DSS"))));
        jobs().save(JobExamples.job("3", JobExamples.definition(sales, new JobName("Other"), new JobType("MTT"))));
        jobs().save(JobExamples.job(
                "4", JobExamples.definition(new ProjectPath("Sales/Eu"), new JobName("Load"), new JobType("MTT"))));

        JobFilter filter = new JobFilter(Optional.of(sales), Optional.of(new JobType("MTT")), Optional.of("lOAD"));

        assertThat(jobs().page(filter, Optional.empty(), 10)).containsExactly(wanted);
    }

    @Test
    default void listsShouldHoldTheJobsWithinReachOnly() {
        JobName name = new JobName("Load");
        List<Job> kept = new ArrayList<>();
        for (String project : List.of("Ops", "Sales", "Sales-EU", "Sales.EU", "Sales/EU", "Sales/EU/North", "Sales0")) {
            kept.add(jobs().save(JobExamples.job("in-" + kept.size(), new ProjectPath(project), name)));
        }
        List<Job> sales = List.of(kept.get(1), kept.get(4), kept.get(5));
        Reach reach = Reach.of(List.of(new ProjectPath("Sales"), new ProjectPath("Sales/EU"), new ProjectPath("None")));
        JobFilter within = JobFilter.ALL.within(reach);

        assertThat(jobs().named(name, reach)).isEqualTo(sales);
        assertThat(jobs().page(within, Optional.empty(), 10)).isEqualTo(sales);
        assertThat(jobs().page(within, Optional.of(JobCursor.of(kept.get(1))), 1))
                .containsExactly(kept.get(4));
        Reach both = Reach.of(List.of(new ProjectPath("Ops"), new ProjectPath("Sales/EU/North")));
        assertThat(jobs().page(JobFilter.ALL.within(both), Optional.empty(), 10))
                .containsExactly(kept.get(0), kept.get(5));
        Reach nothing = Reach.of(List.of());
        assertThat(jobs().named(name, nothing)).isEmpty();
        assertThat(jobs().page(JobFilter.ALL.within(nothing), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    default void pageShouldTakeEveryCharacterOfTheTextAsItIs() {
        Job odd = jobs().save(JobExamples.job("odd", ProjectPath.DEFAULT, new JobName("100%_done\\'")));
        kept("plain");

        for (String literal : List.of("%", "_", "\\", "'", "0%_D")) {
            JobFilter filter = new JobFilter(Optional.empty(), Optional.empty(), Optional.of(literal));
            assertThat(jobs().page(filter, Optional.empty(), 10)).as(literal).containsExactly(odd);
        }
    }

    private Job found(String id) {
        return jobs().find(new JobId(id)).orElseThrow(() -> new AssertionError("job " + id + " is gone"));
    }
}
