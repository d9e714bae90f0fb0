package org.jobplatform.persistence;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunStatus;

/** One page of runs in the embedded database, newest first, put together of the same strands as a {@link StrandPage}. */
final class EmbeddedPage {
    private static final String STRAND = "r.dialect = :dialect and r.status = :status";
    private static final String LEADING = "r.dialect, r.status, ";

    private final StatelessSession session;
    private final RunFilter filter;
    private final NewestPlaces page;

    /** @param after the page begins behind this run */
    EmbeddedPage(StatelessSession session, RunFilter filter, Optional<RunCursor> after, int limit) {
        this.session = session;
        this.filter = filter;
        Instant oldest = filter.from().map(Stored::time).orElse(RunPlace.OLDEST.time());
        Optional<RunPlace> last = after.map(cursor ->
                new RunPlace(Stored.time(cursor.createdAt()), cursor.number().value()));
        Optional<RunPlace> to = filter.to().map(time -> new RunPlace(Stored.time(time), 0));
        RunPlace end = Stream.of(last, to)
                .flatMap(Optional::stream)
                .max(RunPlace.NEWEST_FIRST)
                .orElse(RunPlace.NEWEST);
        this.page = new NewestPlaces(session, "r.created_at", oldest, end, limit);
    }

    /** @param ids of runs that fulfil the text of the filter by their ids */
    List<RunEntity> runs(List<String> ids) {
        NativeQuery<Object[]> ofAll = page.strand("run_page_newest", List.of(STRAND), LEADING, Map.of());
        if (JobConditions.leaveNoneOut(filter)) {
            strands().forEach(strand -> page.add(strand.toldTo(ofAll)));
        } else {
            // Of the strands that there are at all, each job is asked.
            List<Strand> strands = strands()
                    .filter(strand -> page.isThere(strand.toldTo(ofAll)))
                    .toList();
            addOfJobs(JobConditions.known(session, filter), strands);
        }
        if (!ids.isEmpty()) {
            addNamed(ids);
        }
        return page.runs();
    }

    private Stream<Strand> strands() {
        return statuses().flatMap(status -> dialects().map(dialect -> new Strand(dialect, status)));
    }

    private Stream<String> statuses() {
        return Arrays.stream(RunStatus.values())
                .filter(status ->
                        filter.statuses().isEmpty() || filter.statuses().contains(status))
                .map(Enum::name);
    }

    private Stream<String> dialects() {
        return Arrays.stream(Dialect.values())
                .filter(dialect -> filter.dialect().stream().allMatch(dialect::equals))
                .map(Enum::name);
    }

    private void addOfJobs(List<String> jobs, List<Strand> strands) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = JobConditions.OF_RUNS.all(filter, values);
        conditions.add("r.job_id = :ofJob and " + STRAND);
        NativeQuery<Object[]> ofJob = page.strand("run_page_newest_of_job", conditions, "r.job_id, " + LEADING, values);
        for (String job : jobs) {
            ofJob.setParameter("ofJob", job);
            strands.forEach(strand -> page.add(strand.toldTo(ofJob)));
        }
    }

    private void addNamed(List<String> ids) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = JobConditions.OF_RUNS.place(filter, values);
        conditions.add("r.id in (:ids) and r.status in (:statuses) and r.dialect in (:dialects)");
        values.put("ids", ids);
        values.put("statuses", statuses().toList());
        values.put("dialects", dialects().toList());
        page.add(page.few(conditions, values));
    }

    private record Strand(String dialect, String status) {
        NativeQuery<Object[]> toldTo(NativeQuery<Object[]> query) {
            return query.setParameter("dialect", dialect).setParameter("status", status);
        }
    }
}
