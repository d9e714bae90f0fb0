package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LogLine;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RetentionPolicy;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What PostgreSQL touches to answer the stores, before a long history. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueryPlansTest {
    private static final Set<String> LARGE =
            Set.of("run", "run_attempt", "delivery", "delivery_attempt", "run_log", "run_content", "run_content_chunk");

    /** Rows that one answer may touch. A page of 50 runs may look at the heads of many strands. */
    private static final long FEW = 3_000;

    /** The same when the jobs are looked for by their project or name, of which there are 201. */
    private static final long MANY_JOBS = 15_000;

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final RunCursor LONG_AGO =
            new RunCursor(FIRST.plus(Duration.ofMinutes(2_000)), new RunNumber(2_000));

    /** Every project but two of eleven. */
    private static final Reach MOST =
            reach(IntStream.range(0, 9).mapToObj(number -> "Project " + number).toArray(String[]::new));

    private final ExplainedQueries explained = new ExplainedQueries(TestDatabase.POSTGRES);
    private final SessionFactory factory = open();
    private final Sessions sessions = new Sessions(factory, false, new Availability(FileWrites.elsewhere(), () -> {}));
    private final RowLocks locks = new RowLocks(Vendor.POSTGRESQL);
    private final GroupCommit groups = new GroupCommit(
            sessions,
            new GroupWriter(
                    Vendor.POSTGRESQL,
                    new RunNumbers(sessions, locks),
                    locks,
                    Optional.of(new Exchange(sessions, explained.source()))),
            announcement -> {},
            1);
    private final RunStore runs = new HibernateRunStore(sessions, groups, new RunClaim(Vendor.POSTGRESQL, locks));
    private final RunIndex index = new HibernateRunIndex(sessions, Vendor.POSTGRESQL);
    private final JobStore jobs = new HibernateJobStore(sessions, locks);
    private final DeliveryStore deliveries =
            new HibernateDeliveryStore(sessions, groups, Vendor.POSTGRESQL, new StoreClock(Vendor.POSTGRESQL));
    private final RunRetention retention = new HibernateRunRetention(sessions, Vendor.POSTGRESQL);

    private SessionFactory open() {
        TestDatabase.POSTGRES.database();
        return Mappings.open(explained.source());
    }

    @BeforeAll
    void fill() {
        LongHistory.fill(TestDatabase.POSTGRES);
        HibernateLeaseStore leases = new HibernateLeaseStore(sessions, Vendor.POSTGRESQL);
        List.of("node-1", "node-2").forEach(node -> leases.join(new Owner(node, "boot-1"), Duration.ofDays(1)));
        TestDatabase.POSTGRES.execute("update number_block set next_value = 1000000");
        groups.start();
    }

    @AfterAll
    void close() {
        groups.close();
        factory.close();
        explained.close();
        LongHistory.drop(TestDatabase.POSTGRES);
    }

    /** Parts of filters: what most runs fulfil, what only ancient ones do, and what none does. */
    private static Map<String, RunFilter> parts() {
        Map<String, RunFilter> parts = new LinkedHashMap<>();
        parts.put("state=COMPLETED", RunFilter.ALL.withStatuses(Set.of(RunStatus.COMPLETED)));
        parts.put("state=LOST", RunFilter.ALL.withStatuses(Set.of(RunStatus.LOST)));
        parts.put("state=STOPPED", RunFilter.ALL.withStatuses(Set.of(RunStatus.STOPPED)));
        for (String job : List.of("job-7", "ancient", "none")) {
            parts.put("job=" + job, RunFilter.ALL.withJob(new JobId(job)));
        }
        for (String project : List.of("Project 7", "Ancient")) {
            parts.put("project=" + project, filter(Optional.of(new ProjectPath(project)), Optional.empty()));
        }
        for (Dialect dialect : List.of(Dialect.NATIVE, Dialect.NEXUS, Dialect.INFOLINK)) {
            parts.put("dialect=" + dialect, filter(Optional.empty(), Optional.of(dialect)));
        }
        Instant early = FIRST.plus(Duration.ofHours(25));
        Instant late = FIRST.plus(Duration.ofMinutes(LongHistory.RUNS - 1_000));
        parts.put("from=late", between(Optional.of(late), Optional.empty()));
        parts.put("to=early", between(Optional.empty(), Optional.of(early)));
        for (String text : List.of("load", "ancient", "run-2", "nothing")) {
            parts.put("text=" + text, text(text));
        }
        parts.put("reach=Ancient", RunFilter.ALL.within(reach("Ancient")));
        parts.put("reach=most", RunFilter.ALL.within(MOST));
        parts.put("reach=nothing", RunFilter.ALL.within(reach()));
        return parts;
    }

    static Stream<String> filters() {
        List<String> names = new ArrayList<>(parts().keySet());
        return Stream.concat(
                Stream.of("ALL"),
                names.stream()
                        .flatMap(one -> names.stream()
                                .filter(other -> one.equals(other) || !kind(one).equals(kind(other)))
                                .filter(other -> one.compareTo(other) <= 0)
                                .map(other -> one + "&" + other)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void pageShouldTouchFewRowsWhateverIsLookedFor(String filter) {
        Map<String, RunFilter> parts = parts();
        RunFilter joined = Stream.of(filter.split("&", -1))
                .map(name -> parts.getOrDefault(name, RunFilter.ALL))
                .reduce(QueryPlansTest::join)
                .orElseThrow();
        long most = joined.project().isPresent() || joined.text().isPresent() || joined.reach() instanceof Reach.Folders
                ? MANY_JOBS
                : FEW;

        index.page(joined, Optional.empty(), 51);
        requireFewRows(most);
        index.page(joined, Optional.of(LONG_AGO), 51);
        requireFewRows(most);
    }

    @Test
    void lookUpsShouldTouchFewRows() {
        assertThat(index.find(new RunNumber(777))).isPresent();
        requireFewRows(10);
        assertThat(runs.find(new RunId("run-7777"))).isPresent();
        requireFewRows(10);
        assertThat(index.startedBy("alice", Reach.EVERYTHING, 100)).hasSize(100);
        assertThat(index.startedBy("nobody", Reach.EVERYTHING, 100)).isEmpty();
        requireFewRows(100);
        assertThat(index.unfinished(new JobId("job-7"))).isNotEmpty();
        requireFewRows(100);
        assertThat(runs.ownedBy(new Owner("node-1", "boot-1"), 10)).hasSize(10);
        assertThat(runs.asked(new Owner("node-1", "boot-1"))).isEmpty();
        assertThat(index.attempts(new RunId("run-9000"))).hasSize(1);
        requireFewRows(500);
    }

    @Test
    void chainsAndFlowsShouldTouchTheirOwnRunsOnly() {
        ChainStore chains = new HibernateChainStore(sessions, new RunNumbers(sessions, locks));
        assertThat(index.chain(new RunId("run-7777"))).isEmpty();
        assertThat(index.steps(List.of(new RunId("run-7777"), new RunId("run-8888"))))
                .isEmpty();
        assertThat(chains.due(100)).isEmpty();
        chains.settle(new RunId("run-7777"));
        requireFewRows(10);
    }

    @Test
    void activityLogShouldTouchWhatItLeavesOutAndWhatItShows() {
        for (Optional<JobId> job : List.of(Optional.of(new JobId("job-7")), Optional.of(new JobId("ancient")))) {
            assertThat(index.ended(job, Reach.EVERYTHING, 0, 200)).hasSize(200);
            assertThat(index.ended(job, Reach.EVERYTHING, 400, 200)).hasSize(200);
            requireFewRows(1_000);
        }
        assertThat(index.ended(Optional.empty(), Reach.EVERYTHING, 0, 200)).hasSize(200);
        assertThat(index.ended(Optional.empty(), Reach.EVERYTHING, 400, 200)).hasSize(200);
        assertThat(index.ended(Optional.of(new JobId("none")), Reach.EVERYTHING, 0, 200))
                .isEmpty();
        requireFewRows(2_000);

        assertThat(index.ended(Optional.empty(), Reach.EVERYTHING, 250_000, 1)
                        .getFirst()
                        .number())
                .isEqualTo(new RunNumber(LongHistory.RUNS - 250_000));
        requireFewRows(250_100);
    }

    @Test
    void activityLogShouldTouchFewRowsHoweverLittleOfTheHistoryIsWithinReach() {
        Reach ancient = reach("Ancient");
        assertThat(index.ended(Optional.empty(), ancient, 0, 200)).hasSize(200);
        assertThat(index.ended(Optional.empty(), ancient, 400, 200)).hasSize(200);
        assertThat(index.ended(Optional.of(new JobId("ancient")), ancient, 900, 200))
                .hasSize(100);
        assertThat(index.ended(Optional.of(new JobId("job-7")), ancient, 0, 200))
                .isEmpty();
        assertThat(index.ended(Optional.empty(), reach(), 0, 200)).isEmpty();
        // The only job within reach has a thousand runs, and each of the five may read all of them.
        requireFewRows(2 * FEW);

        List<Run> expected = index.ended(Optional.empty(), Reach.EVERYTHING, 0, 2_000).stream()
                .filter(run -> MOST.includes(run.job().project()))
                .toList();
        requireFewRows(4_100);
        assertThat(index.ended(Optional.empty(), MOST, 0, 50)).isEqualTo(expected.subList(0, 50));
        requireFewRows(MANY_JOBS);
        assertThat(index.ended(Optional.empty(), MOST, 1_010, 50)).isEqualTo(expected.subList(1_010, 1_060));
        requireFewRows(400_000);
    }

    @Test
    void startClaimAndFinishShouldTouchFewRows() {
        Job job = jobs.find(new JobId("job-3")).orElseThrow();
        Job free = jobs.find(new JobId("job-33")).orElseThrow();
        requireFewRows(10);

        Run added = runs.add(StartExample.of(free, "new")
                        .withKey("new-key")
                        .on(new Owner("node-2", "boot-1"))
                        .build())
                .run();
        runs.add(StartExample.of(job, "counted").build());
        requireFewRows(1_000);
        Run begun = runs.update(added.begin(added.createdAt().plusSeconds(1)));
        runs.finish(begun.end(new RunOutcome.Completed(), added.createdAt().plusSeconds(2)), Optional.empty());
        requireFewRows(100);
        assertThat(runs.claim(new Owner("node-2", "boot-1"), 10, FIRST.plus(Duration.ofDays(1_000))))
                .hasSize(10);
        requireFewRows(FEW);
    }

    /** Their places among the unfinished are still in the indexes: everybody who comes by looks at each. */
    @Test
    void pageShouldReadFewBlocksWhenManyRunsHaveEndedSinceTheLastVacuum() {
        LongHistory.queue(TestDatabase.POSTGRES, 33, 20_000);
        try {
            TestDatabase.POSTGRES.execute(
                    "update run set status = 'COMPLETED', ended_at = created_at where id like 'queued-%'");
            explained.take();

            assertThat(index.page(RunFilter.ALL, Optional.empty(), 50)).hasSize(50);
            RunFilter ofJob = RunFilter.ALL.withJob(new JobId("job-33"));
            assertThat(index.page(ofJob, Optional.empty(), 50)).hasSize(50);
            RunFilter failed = RunFilter.ALL.withStatuses(Set.of(RunStatus.FAILED));
            assertThat(index.page(failed, Optional.empty(), 50)).hasSize(50);

            assertThat(explained.take())
                    .isNotEmpty()
                    .allSatisfy(statement -> assertThat(
                                    statement.plan().path("Shared Hit Blocks").asLong()
                                            + statement
                                                    .plan()
                                                    .path("Shared Read Blocks")
                                                    .asLong())
                            .as(statement.sql())
                            .isPositive()
                            .isLessThan(2_000));
        } finally {
            LongHistory.unqueue(TestDatabase.POSTGRES);
        }
    }

    /** Its slots are counted at each start and each claim. */
    @Test
    void limitedJobShouldCostFewRowsHoweverManyOfItsRunsWait() {
        Job limited = jobs.find(new JobId("job-3")).orElseThrow();
        LongHistory.queue(TestDatabase.POSTGRES, 3, 20_000);
        try {
            runs.add(StartExample.of(limited, "counted-beside-many").build());
            requireFewRows(FEW);
            // Two of its runs are paused, and it may have three at once.
            assertThat(runs.claim(new Owner("node-2", "boot-1"), 10, FIRST.plus(Duration.ofDays(1_000))))
                    .hasSize(1);
            requireFewRows(FEW);
        } finally {
            LongHistory.unqueue(TestDatabase.POSTGRES);
        }
    }

    /** A statistic made when nothing waited takes any way to what waits for a short one. */
    @Test
    void claimShouldTouchFewRowsOfManyThatCameSinceTheLastStatistic() {
        LongHistory.queue(TestDatabase.POSTGRES, 33, 20_000);
        try {
            for (int claim = 0; claim < 10; claim++) {
                assertThat(runs.claim(new Owner("node-2", "boot-1"), 10, FIRST.plus(Duration.ofDays(1_000))))
                        .hasSize(10);
                requireFewRows(FEW);
            }
        } finally {
            LongHistory.unqueue(TestDatabase.POSTGRES);
        }
    }

    @Test
    void callbacksShouldTouchFewRows() {
        assertThat(deliveries.of(new RunId("run-8888"))).hasSize(1);
        assertThat(deliveries.attempts(new DeliveryId("delivery-8888"))).hasSize(1);
        Set<String> lanes = deliveries.pendingLanes().keySet();
        assertThat(lanes).isNotEmpty();
        Instant later = FIRST.plus(Duration.ofDays(1_000));
        DeliveryClaim claim = new DeliveryClaim(new Owner("node-2", "boot-1"), later.plusSeconds(60));
        assertThat(deliveries.claim(claim, later, Map.of(lanes.iterator().next(), 4)))
                .isNotEmpty();
        requireFewRows(500);
    }

    @Test
    void logsAndContentShouldTouchFewRows() {
        HibernateRunLog log = new HibernateRunLog(sessions, groups);
        RunId run = new RunId("run-9000");
        log.append(run, List.of(new LogLine(FIRST, LogSeverity.INFO, "said")));
        assertThat(log.size(run)).isPositive();
        assertThat(log.read(run, 0, 10)).isNotEmpty();
        log.startOfLast(run, 10);
        assertThat(new HibernateRunContent(sessions).read(run, 1, 0, 10)).isNotEmpty();
        requireFewRows(100);
    }

    @Test
    void retentionShouldTouchTheRunsItDeletesAndFewOthers() {
        RetentionPolicy policy = new RetentionPolicy(Duration.ofDays(1), 20);
        Instant now = FIRST.plus(Duration.ofDays(30));

        assertThat(retention.due(policy, now, Optional.empty(), 5, 1_000))
                .extracting(due -> due.runs() + (due.more() ? "+" : ""))
                .contains("980");
        requireFewRows(30_000);
        assertThat(retention.sweep(policy, now, Optional.of(new JobId("job-0")), 100))
                .hasValueSatisfying(sweep -> assertThat(sweep.deleted()).isEqualTo(100));
        assertThat(retention.dropStrayContent(100)).isZero();
        requireFewRows(FEW);
    }

    /** No large table may be read from end to end, and no more rows of them may be looked at than said. */
    private void requireFewRows(long most) {
        List<ExplainedQueries.Explained> statements = explained.take();
        assertThat(statements).isNotEmpty();
        long touched = 0;
        for (ExplainedQueries.Explained statement : statements) {
            touched += touched(statement.plan(), statement);
        }
        assertThat(touched)
                .as(() -> statements.stream()
                        .map(statement ->
                                statement.sql() + "\n" + statement.plan().toPrettyString())
                        .reduce("", (all, one) -> all + "\n" + one))
                .isLessThanOrEqualTo(most);
    }

    private static long touched(JsonNode node, ExplainedQueries.Explained statement) {
        long touched = 0;
        if (LARGE.contains(node.path("Relation Name").asText())) {
            assertThat(node.path("Node Type").asText())
                    .as(() -> statement.sql() + "\n" + statement.plan().toPrettyString())
                    .isNotEqualTo("Seq Scan");
            touched = Math.round(node.path("Actual Loops").asDouble()
                    * (node.path("Actual Rows").asDouble()
                            + node.path("Rows Removed by Filter").asDouble()
                            + node.path("Rows Removed by Index Recheck").asDouble()));
        }
        for (JsonNode child : node.path("Plans")) {
            touched += touched(child, statement);
        }
        return touched;
    }

    private static String kind(String part) {
        return part.substring(0, part.indexOf('='));
    }

    private static RunFilter join(RunFilter one, RunFilter other) {
        return new RunFilter(
                one.statuses().isEmpty() ? other.statuses() : one.statuses(),
                one.job().or(other::job),
                one.project().or(other::project),
                one.dialect().or(other::dialect),
                one.from().or(other::from),
                one.to().or(other::to),
                one.text().or(other::text),
                one.reach() instanceof Reach.Everything ? other.reach() : one.reach());
    }

    private static Reach reach(String... folders) {
        return Reach.of(Stream.of(folders).map(ProjectPath::new).toList());
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
        return join(
                RunFilter.ALL,
                new RunFilter(
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(text)));
    }
}
