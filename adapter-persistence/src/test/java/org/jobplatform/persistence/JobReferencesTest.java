package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JobReferencesTest {
    @ParameterizedTest
    @EnumSource
    void serverShouldFindTheRunsOfAJobWhenAnOlderServerMadeIt(TestDatabase which) {
        which.empty();
        Job job = which.database().jobs().save(JobExamples.job("job"));
        which.database().runs().add(StartExample.of(job, "run").build());
        which.execute("delete from job_reference");

        try (Database started = Database.open(which.settings())) {
            assertThat(started.runIndex().page(RunFilter.ALL.withJob(job.id()), Optional.empty(), 10))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void runShouldBeFoundByItsJobWhicheverStatementAddsIt(TestDatabase which) {
        which.empty();
        Job job = which.database().jobs().save(JobExamples.job("job"));
        Run counted = which.database()
                .runs()
                .add(StartExample.of(job, "counted").asOnlyOne().build())
                .run();
        Run plain = which.database()
                .runs()
                .add(StartExample.of(job, "plain").build())
                .run();

        assertThat(which.database().runIndex().page(RunFilter.ALL.withJob(job.id()), Optional.empty(), 10))
                .containsExactlyInAnyOrder(plain, counted);
    }
}
