package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Owner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a start and a claim look at in the embedded database, however many runs wait. */
final class EmbeddedQueueTest {
    private static final int WAITING = 500;
    private static final int FEW = 200;
    private static final Owner NODE = RunExamples.NODE;

    private final ExplainedQueries explained = new ExplainedQueries(TestDatabase.H2);
    private final SessionFactory factory = Mappings.open(explained.source());
    private final Sessions sessions = new Sessions(factory, false, new Availability(FileWrites.elsewhere(), () -> {}));
    private final RowLocks locks = new RowLocks(Vendor.H2);
    private final GroupCommit groups = new GroupCommit(
            sessions,
            new GroupWriter(Vendor.H2, new RunNumbers(sessions, locks), locks, Optional.empty()),
            announcement -> {},
            1);
    private final RunStore runs = new HibernateRunStore(sessions, groups, new RunClaim(Vendor.H2, locks));

    @BeforeEach
    void open() {
        TestDatabase.H2.empty();
        TestDatabase.H2.database().leases().join(NODE, Duration.ofDays(1));
        groups.start();
    }

    @AfterEach
    void close() {
        groups.close();
        factory.close();
        explained.close();
        TestDatabase.H2.empty();
    }

    @Test
    void claimShouldLookAtFewOfTheRunsThatWait() {
        wait(TestDatabase.H2.database().jobs().save(JobExamples.job("free")));

        for (int claim = 0; claim < 3; claim++) {
            explained.take();
            assertThat(runs.claim(NODE, 10, RunExamples.NOW)).hasSize(10);
            assertThat(scanned()).isLessThan(FEW);
        }
    }

    @Test
    void jobWithALimitShouldCostNoMoreWhenManyOfItsRunsWait() {
        Job job = TestDatabase.H2.database().jobs().save(JobExamples.limited("limited", 2, Concurrency.WhenFull.QUEUE));
        wait(job);

        explained.take();
        runs.add(StartExample.of(job, "one-more").build());
        assertThat(scanned()).isLessThan(FEW);
        assertThat(runs.claim(NODE, 10, RunExamples.NOW)).hasSize(2);
        assertThat(scanned()).isLessThan(FEW);
        assertThat(runs.claim(NODE, 10, RunExamples.NOW)).isEmpty();
        assertThat(scanned()).isLessThan(FEW);
    }

    private static void wait(Job job) {
        for (int number = 0; number < WAITING; number++) {
            TestDatabase.H2
                    .database()
                    .runs()
                    .add(StartExample.of(job, "waiting-" + number).build());
        }
    }

    private long scanned() {
        List<ExplainedQueries.Explained> statements = explained.take();
        assertThat(statements).isNotEmpty();
        return statements.stream()
                .mapToLong(statement -> statement.plan().path("scanned").asLong())
                .sum();
    }
}
