package org.jobplatform.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jspecify.annotations.Nullable;

/** Looks runs up in the database, by keyset: a page costs the same however far back it is. */
final class HibernateRunIndex implements RunIndex {
    private static final String RUNS = "from RunEntity r";
    private static final String NEWEST_FIRST = " order by r.createdAt desc, r.number desc";
    private static final String OLDEST_FIRST = " order by r.createdAt, r.number";
    private static final String LAST_ENDED_FIRST = " order by r.state.endedAt desc, r.number desc";

    private static final String PLACE = "select r.state.endedAt, r.number " + RUNS;

    /** Runs that one statement leaves out, so that none takes long, whatever the offset. */
    private static final int STRIDE = 100_000;

    /** The same when each job is looked at by itself, for each of which as many may be read. */
    private static final int STRIDE_BY_JOBS = 1_000;

    private final Sessions sessions;
    private final Vendor vendor;

    HibernateRunIndex(Sessions sessions, Vendor vendor) {
        this.sessions = sessions;
        this.vendor = vendor;
    }

    @Override
    public Optional<Run> find(RunNumber number) {
        Conditions conditions = new Conditions().add("r.number = :number", "number", number.value());
        return runs(conditions, "", 1).stream().findFirst();
    }

    @Override
    public List<Run> page(RunFilter filter, Optional<RunCursor> after, int limit) {
        return sessions.read("looking for runs", session -> {
            List<String> ids =
                    filter.text().map(text -> IdBeginnings.of(session, text)).orElse(List.of());
            return switch (vendor) {
                case POSTGRESQL ->
                    new StrandPage(filter, after, limit, ids)
                            .runs(session).stream().map(RunEntity::toRun).toList();
                case H2 -> scanned(session, filter, ids, after, limit);
            };
        });
    }

    /** What a filter leaves out is read too: good for the history that an embedded database holds. */
    private static List<Run> scanned(
            StatelessSession session, RunFilter filter, List<String> ids, Optional<RunCursor> after, int limit) {
        Conditions conditions = conditions(filter, ids);
        // The first part alone is what an index can begin at.
        after.ifPresent(cursor -> conditions
                .add("r.createdAt <= :last", "last", Stored.time(cursor.createdAt()))
                .add(
                        "(r.createdAt < :last or r.number < :number)",
                        "number",
                        cursor.number().value()));
        return runs(session, conditions, NEWEST_FIRST, limit);
    }

    @Override
    public List<Run> startedBy(String requester, Reach reach, int limit) {
        return runs(
                new Conditions()
                        .add("r.request.requester = :requester", "requester", requester)
                        .within(reach, "r.job.jobProject"),
                NEWEST_FIRST,
                limit);
    }

    @Override
    public List<Run> unfinished(JobId job) {
        Conditions conditions =
                new Conditions().add("r.job.jobId = :job", "job", job.value()).add(UnfinishedCounts.UNFINISHED);
        return runs(conditions, OLDEST_FIRST, Integer.MAX_VALUE);
    }

    @Override
    public int unfinished(ProjectPath project) {
        Conditions conditions = new Conditions()
                .add("r.job.jobProject = :project", "project", project.value())
                .add(UnfinishedCounts.UNFINISHED);
        return sessions.read(
                "counting runs",
                session -> conditions
                        .select(session, "select count(r.id) " + RUNS, "", Long.class)
                        .getSingleResult()
                        .intValue());
    }

    @Override
    public List<Run> ended(Optional<JobId> job, Reach reach, int offset, int limit) {
        boolean byJobs = vendor == Vendor.POSTGRESQL && reach instanceof Reach.Folders;
        int stride = byJobs ? STRIDE_BY_JOBS : STRIDE;
        return sessions.read("looking for ended runs", session -> {
            Object[] place = null;
            for (int left = offset; left > 0; left -= Math.min(left, stride)) {
                int after = Math.min(left, stride);
                place = byJobs
                        ? new EndedPage(job, reach, place).place(session, after)
                        : place(session, ended(job, reach, place), after);
                if (place == null) {
                    return List.of();
                }
            }
            return byJobs
                    ? new EndedPage(job, reach, place)
                            .runs(session, limit).stream().map(RunEntity::toRun).toList()
                    : runs(session, ended(job, reach, place), LAST_ENDED_FIRST, limit);
        });
    }

    @Override
    public List<Run> chain(RunId first) {
        return comingOf(List.of(first), Origin.Kind.CHAIN);
    }

    @Override
    public List<Run> steps(Collection<RunId> flows) {
        return flows.isEmpty() ? List.of() : comingOf(flows, Origin.Kind.STEP);
    }

    private List<Run> comingOf(Collection<RunId> roots, Origin.Kind kind) {
        Conditions conditions = new Conditions()
                .add(
                        "r.origin.originRoot in (:roots)",
                        "roots",
                        roots.stream().map(RunId::value).toList())
                .add("r.origin.originKind = :kind", "kind", kind.name());
        return runs(conditions, " order by r.origin.originPosition", Integer.MAX_VALUE);
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

    /** The place of a run, so many after the first. What is left out is counted in the index alone. */
    private static Object @Nullable [] place(StatelessSession session, Conditions conditions, int after) {
        return conditions
                .select(session, PLACE, LAST_ENDED_FIRST, Object[].class)
                .setFirstResult(after)
                .setMaxResults(1)
                .uniqueResult();
    }

    /** Ended runs, from a place on. */
    private static Conditions ended(Optional<JobId> job, Reach reach, Object @Nullable [] from) {
        Conditions conditions =
                new Conditions().add("r.state.endedAt is not null").within(reach, "r.job.jobProject");
        job.ifPresent(id -> conditions.add("r.job.jobId = :job", "job", id.value()));
        if (from != null) {
            conditions
                    .add("r.state.endedAt <= :endedAt", "endedAt", from[0])
                    .add("(r.state.endedAt < :endedAt or r.number <= :number)", "number", from[1]);
        }
        return conditions;
    }

    private List<Run> runs(Conditions conditions, String order, int limit) {
        return sessions.read("looking for runs", session -> runs(session, conditions, order, limit));
    }

    private static List<Run> runs(StatelessSession session, Conditions conditions, String order, int limit) {
        return conditions.select(session, RUNS, order, RunEntity.class).setMaxResults(limit).getResultList().stream()
                .map(RunEntity::toRun)
                .toList();
    }

    private static Conditions conditions(RunFilter filter, List<String> ids) {
        Conditions conditions = new Conditions();
        if (!filter.statuses().isEmpty()) {
            List<String> names = filter.statuses().stream().map(Enum::name).toList();
            conditions.add("r.state.status in (:statuses)", "statuses", names);
        }
        filter.job().ifPresent(job -> conditions.add("r.job.jobId = :job", "job", job.value()));
        filter.project()
                .ifPresent(project -> conditions.add("r.job.jobProject = :project", "project", project.value()));
        conditions.within(filter.reach(), "r.job.jobProject");
        filter.dialect()
                .ifPresent(dialect -> conditions.add("r.request.dialect = :dialect", "dialect", dialect.name()));
        filter.from().ifPresent(from -> conditions.add("r.createdAt >= :from", "from", Stored.time(from)));
        filter.to().ifPresent(to -> conditions.add("r.createdAt < :to", "to", Stored.time(to)));
        filter.text().map(Conditions::containing).ifPresent(name -> {
            String named = "r.job.jobNameFolded like :name escape '!'";
            if (ids.isEmpty()) {
                conditions.add(named, "name", name);
            } else {
                conditions
                        .add("(" + named + " or r.id in (:ids))", "name", name)
                        .with("ids", ids);
            }
        });
        return conditions;
    }
}
