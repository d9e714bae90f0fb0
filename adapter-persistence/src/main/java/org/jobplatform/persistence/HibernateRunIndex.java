package org.jobplatform.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

/** Looks runs up in the database, by keyset: a page costs the same however far back it is. */
final class HibernateRunIndex implements RunIndex {
    private static final String LOOKING = "looking for runs";
    private static final String RUNS = "from RunEntity r";
    private static final String NEWEST_FIRST = " order by r.createdAt desc, r.number desc";
    private static final String OLDEST_FIRST = " order by r.createdAt, r.number";

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
        return look(session -> {
            List<String> ids =
                    filter.text().map(text -> IdBeginnings.of(session, text)).orElse(List.of());
            return switch (vendor) {
                case POSTGRESQL -> new StrandPage(filter, after, limit, ids).runs(session);
                case H2 -> new EmbeddedPage(session, filter, after, limit).runs(ids);
            };
        });
    }

    /** On PostgreSQL one statement finds a page, in the embedded database many. */
    private List<Run> look(Function<StatelessSession, List<RunEntity>> search) {
        Function<StatelessSession, List<Run>> runs = search.andThen(HibernateRunIndex::toRuns);
        return switch (vendor) {
            case POSTGRESQL -> sessions.read(LOOKING, runs);
            case H2 -> sessions.readSnapshot(LOOKING, runs);
        };
    }

    private static List<Run> toRuns(List<RunEntity> rows) {
        return rows.stream().map(RunEntity::toRun).toList();
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
        int stride = EndedPage.isByJobs(vendor, job, reach) ? STRIDE_BY_JOBS : STRIDE;
        return look(session -> {
            Optional<RunPlace> place = Optional.empty();
            for (int left = offset; left > 0; left -= Math.min(left, stride)) {
                place = EndedPage.of(session, vendor, job, reach, place).place(Math.min(left, stride));
                if (place.isEmpty()) {
                    return List.of();
                }
            }
            return EndedPage.of(session, vendor, job, reach, place).runs(limit);
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

    private List<Run> runs(Conditions conditions, String order, int limit) {
        return sessions.read(
                LOOKING,
                session -> toRuns(conditions
                        .select(session, RUNS, order, RunEntity.class)
                        .setMaxResults(limit)
                        .getResultList()));
    }
}
