package org.jobplatform.persistence;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;

/** Looks runs up in the database, by keyset: a page costs the same however far back it is. */
final class HibernateRunIndex implements RunIndex {
    private static final String RUNS = "from RunEntity r";
    private static final String NEWEST_FIRST = " order by r.createdAt desc, r.number desc";
    private static final String OLDEST_FIRST = " order by r.createdAt, r.number";
    private static final String LAST_ENDED_FIRST = " order by r.state.endedAt desc, r.number desc";

    private final Sessions sessions;

    HibernateRunIndex(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Run> find(RunNumber number) {
        Conditions conditions = new Conditions().add("r.number = :number", "number", number.value());
        return runs(conditions, "", 0, 1).stream().findFirst();
    }

    @Override
    public List<Run> page(RunFilter filter, Optional<RunCursor> after, int limit) {
        Conditions conditions = conditions(filter);
        // The first part alone is what an index can begin at.
        after.ifPresent(cursor -> conditions
                .add("r.createdAt <= :last", "last", Stored.time(cursor.createdAt()))
                .add(
                        "(r.createdAt < :last or r.number < :number)",
                        "number",
                        cursor.number().value()));
        return runs(conditions, NEWEST_FIRST, 0, limit);
    }

    @Override
    public List<Run> unfinished(JobId job) {
        Conditions conditions =
                new Conditions().add("r.job.jobId = :job", "job", job.value()).add(UnfinishedCounts.UNFINISHED);
        return runs(conditions, OLDEST_FIRST, 0, Integer.MAX_VALUE);
    }

    @Override
    public List<Run> ended(Optional<JobId> job, int offset, int limit) {
        Conditions conditions = new Conditions().add("r.state.endedAt is not null");
        job.ifPresent(id -> conditions.add("r.job.jobId = :job", "job", id.value()));
        return runs(conditions, LAST_ENDED_FIRST, offset, limit);
    }

    @Override
    public List<RunAttempt> attempts(RunId run) {
        return sessions.read(
                "finding the attempts of a run",
                session -> session
                        .createSelectionQuery(
                                "from RunAttemptEntity a where a.runId = :run order by a.number",
                                RunAttemptEntity.class)
                        .setParameter("run", run.value())
                        .getResultList()
                        .stream()
                        .map(RunAttemptEntity::toAttempt)
                        .toList());
    }

    private List<Run> runs(Conditions conditions, String order, int offset, int limit) {
        return sessions.read("looking for runs", session -> runs(session, conditions, order, offset, limit));
    }

    private static List<Run> runs(
            StatelessSession session, Conditions conditions, String order, int offset, int limit) {
        return conditions
                .select(session, RUNS, order, RunEntity.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(RunEntity::toRun)
                .toList();
    }

    private static Conditions conditions(RunFilter filter) {
        Conditions conditions = new Conditions();
        if (!filter.statuses().isEmpty()) {
            List<String> names = filter.statuses().stream().map(Enum::name).toList();
            conditions.add("r.state.status in (:statuses)", "statuses", names);
        }
        filter.job().ifPresent(job -> conditions.add("r.job.jobId = :job", "job", job.value()));
        filter.project()
                .ifPresent(project -> conditions.add("r.job.jobProject = :project", "project", project.value()));
        filter.dialect()
                .ifPresent(dialect -> conditions.add("r.request.dialect = :dialect", "dialect", dialect.name()));
        filter.from().ifPresent(from -> conditions.add("r.createdAt >= :from", "from", Stored.time(from)));
        filter.to().ifPresent(to -> conditions.add("r.createdAt < :to", "to", Stored.time(to)));
        filter.text()
                .ifPresent(text -> conditions
                        .add(
                                "(r.job.jobNameFolded like :name escape '!' or lower(r.id) like :id escape '!')",
                                "name",
                                Conditions.containing(text))
                        .with("id", Conditions.beginning(text)));
        return conditions;
    }
}
