package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a list looks at in the embedded database, however many runs there are that it leaves out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedHistoryTest {
    private static final int ANCIENT = 50;
    private static final int RUNS = 3_000;
    private static final int LIMIT = 10;

    /** One or two for each strand that is looked for and not there, and a page of each that is. */
    private static final long FEW = 150;

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Reach OLD_FOLDER = new Reach.Folders(List.of(new ProjectPath("Ancient")));

    /** Only the first are of the job, the project and the dialect of old, and LOST; all others of two jobs of one project. */
    private static final String HISTORY = """
            insert into run (id, number, fingerprint, job_id, job_federated_id, job_project, job_name, job_name_folded,
              job_type, parameters, rows_begin, threads, logging_level, priority, dialect, requester, source, status, since,
              progress_percent, rows_total, rows_inserted, rows_updated, rows_deleted, rows_failed, rows_skipped,
              rows_ignored, attempt, created_at, started_at, ended_at, version)
            select 'run-' || x, x, 'f', job, job, project, job, lower(job), 'MTT', '{}', 1, 1, 2, 0, dialect, 'alice', 'here',
              status, at, 100, 0, 0, 0, 0, 0, 0, 0, 1, at, at, at, 1
            from (
              select x, dateadd('MINUTE', x, timestamp with time zone '2026-01-01 00:00:00Z') as at,
                case when x <= %1$d then 'Ancient' else 'Load' || mod(x, 2) end as job,
                case when x <= %1$d then 'Ancient' else 'Loads' end as project,
                case when x <= %1$d then 'NEXUS' else 'NATIVE' end as dialect,
                case when x <= %1$d then 'LOST' when mod(x, 100) = 0 then 'FAILED' else 'COMPLETED' end as status
              from system_range(1, %2$d))""".formatted(ANCIENT, RUNS);

    private final ExplainedQueries explained = new ExplainedQueries(TestDatabase.H2);
    private final SessionFactory factory = Mappings.open(explained.source());
    private final RunIndex index = new HibernateRunIndex(
            new Sessions(factory, false, new Availability(FileWrites.elsewhere(), () -> {})), Vendor.H2);

    @BeforeAll
    void fill() {
        TestDatabase.H2.empty();
        TestDatabase.H2.execute(HISTORY);
        TestDatabase.H2.execute("insert into job_reference (job_id, project, name_folded)"
                + " select distinct job_id, job_project, job_name_folded from run");
    }

    @AfterAll
    void close() {
        factory.close();
        explained.close();
        TestDatabase.H2.empty();
    }

    /** What most runs fulfil, what only the oldest do, and what none does. */
    private static Map<String, RunFilter> filters() {
        Map<String, RunFilter> filters = new LinkedHashMap<>();
        filters.put("everything", RunFilter.ALL);
        for (RunStatus status : List.of(RunStatus.COMPLETED, RunStatus.LOST, RunStatus.STOPPED)) {
            filters.put(status.name(), RunFilter.ALL.withStatuses(Set.of(status)));
            filters.put(
                    "Load1 " + status,
                    RunFilter.ALL.withStatuses(Set.of(status)).withJob(new JobId("Load1")));
        }
        for (String job : List.of("Load1", "Ancient", "none")) {
            filters.put("job " + job, RunFilter.ALL.withJob(new JobId(job)));
        }
        for (String project : List.of("Loads", "Ancient", "None")) {
            filters.put("project " + project, only(Optional.of(project), Optional.empty(), Optional.empty()));
        }
        for (Dialect dialect : List.of(Dialect.NATIVE, Dialect.NEXUS, Dialect.INFOLINK)) {
            filters.put(dialect.name(), only(Optional.empty(), Optional.of(dialect), Optional.empty()));
        }
        for (String text : List.of("load", "ancient", "run-170", "nothing")) {
            filters.put("text " + text, only(Optional.empty(), Optional.empty(), Optional.of(text)));
        }
        filters.put("reach Ancient", RunFilter.ALL.within(OLD_FOLDER));
        filters.put("reach nothing", RunFilter.ALL.within(new Reach.Folders(List.of())));
        return filters;
    }

    static Stream<Arguments> named() {
        return filters().entrySet().stream().map(filter -> Arguments.of(Named.of(filter.getKey(), filter.getValue())));
    }

    @ParameterizedTest
    @MethodSource("named")
    void pageShouldLookAtFewRunsWhateverIsLookedFor(RunFilter filter) {
        RunCursor middle = new RunCursor(FIRST.plus(Duration.ofMinutes(RUNS / 2)), new RunNumber(RUNS / 2));

        index.page(filter, Optional.empty(), LIMIT);
        assertThat(scanned()).isBetween(1L, FEW);
        index.page(filter, Optional.of(middle), LIMIT);
        assertThat(scanned()).isBetween(1L, FEW);
    }

    @Test
    void endedRunsOfOneJobOrFolderShouldBeFoundWithoutALookAtOthers() {
        for (String job : List.of("Ancient", "Load1")) {
            assertThat(index.ended(Optional.of(new JobId(job)), Reach.EVERYTHING, 0, LIMIT))
                    .hasSize(LIMIT);
            assertThat(scanned()).isBetween(1L, FEW);
        }
        assertThat(index.ended(Optional.empty(), OLD_FOLDER, LIMIT, LIMIT)).hasSize(LIMIT);
        assertThat(scanned()).isBetween(1L, FEW);
        assertThat(index.ended(Optional.empty(), new Reach.Folders(List.of()), 0, LIMIT))
                .isEmpty();
        assertThat(index.ended(Optional.empty(), Reach.EVERYTHING, 0, LIMIT)).hasSize(LIMIT);
        assertThat(scanned()).isBetween(1L, FEW);
    }

    private static RunFilter only(Optional<String> project, Optional<Dialect> dialect, Optional<String> text) {
        return new RunFilter(
                Set.of(),
                Optional.empty(),
                project.map(ProjectPath::new),
                dialect,
                Optional.empty(),
                Optional.empty(),
                text);
    }

    private long scanned() {
        return explained.take().stream()
                .mapToLong(statement -> statement.plan().path("scanned").asLong())
                .sum();
    }
}
