package org.jobplatform.persistence;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.JobCursor;
import org.jobplatform.application.port.JobFilter;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;

/** Jobs in the database. */
final class HibernateJobStore implements JobStore {
    private static final String JOBS = "from JobEntity j";
    /** The page of runs finds the runs of a job by the names it has or had. */
    private static final String KEEP_REFERENCES = """
            insert into job_reference (job_id, project, name_folded)
            select j.id, j.project, j.name_folded from job j where not exists (
              select 1 from job_reference r
              where r.job_id = j.id and r.project = j.project and r.name_folded = j.name_folded)""";

    private static final String BY_PROJECT_AND_NAME = " order by j.project, j.name";

    private final Sessions sessions;
    private final RowLocks locks;

    HibernateJobStore(Sessions sessions, RowLocks locks) {
        this.sessions = sessions;
        this.locks = locks;
    }

    @Override
    public Job save(Job job) {
        return sessions.write(
                "saving a job", session -> job.version() == 0 ? insert(session, job) : replace(session, job));
    }

    private static Job insert(StatelessSession session, Job job) {
        requireFree(session, new Conditions().add("j.id = :id", "id", job.id().value()), "id " + job.id());
        requireFree(session, job);
        JobEntity entity = JobEntity.from(job.withVersion(1));
        session.insert(entity);
        keepReference(session, job);
        return entity.toJob();
    }

    private Job replace(StatelessSession session, Job job) {
        Long stored = locks.versions(session, "job", List.of(job.id().value()))
                .get(job.id().value());
        if (stored == null || stored != job.version()) {
            throw new JobFailure.Stale(job.id());
        }
        requireFree(session, job);
        JobEntity entity = JobEntity.from(job);
        session.update(entity);
        keepReference(session, job);
        return entity.toJob();
    }

    private static void keepReference(StatelessSession session, Job job) {
        session.createNativeMutationQuery(KEEP_REFERENCES + " and j.id = :id")
                .setParameter("id", job.id().value())
                .executeUpdate();
    }

    /** Keeps the name that a run knows its job by, though there may be no such job. */
    static void keepReference(StatelessSession session, RunEntity run) {
        session.createNativeMutationQuery("""
                        insert into job_reference (job_id, project, name_folded)
                        select r.job_id, r.job_project, r.job_name_folded from run r where r.id = :id and not exists (
                          select 1 from job_reference j where j.job_id = r.job_id
                          and j.project = r.job_project and j.name_folded = r.job_name_folded)""").setParameter("id", run.id()).executeUpdate();
    }

    /** Keeps the names that jobs were given by a server which did not know of references; returns how many. */
    static int keepReferences(StatelessSession session) {
        return session.createNativeMutationQuery(KEEP_REFERENCES).executeUpdate();
    }

    private static void requireFree(StatelessSession session, Job job) {
        requireFree(
                session,
                others(job)
                        .add(
                                "j.federatedId = :value",
                                "value",
                                job.federatedId().value()),
                "federated id " + job.federatedId());
        requireFree(
                session,
                others(job)
                        .add(
                                "j.project = :project",
                                "project",
                                job.definition().project().value())
                        .add("j.name = :name", "name", job.definition().name().value()),
                "name " + job.definition().path());
    }

    private static Conditions others(Job job) {
        return new Conditions().add("j.id <> :id", "id", job.id().value());
    }

    private static void requireFree(StatelessSession session, Conditions conditions, String description) {
        if (conditions.isFulfilled(session, "select j.id " + JOBS)) {
            throw new JobFailure.Taken(description);
        }
    }

    @Override
    public void delete(JobId id, long version) {
        sessions.write("deleting a job", session -> {
            Long stored = locks.versionForDelete(session, id.value());
            if (stored == null || stored != version) {
                throw new JobFailure.Stale(id);
            }
            requireNoUnfinishedRun(session, id);
            return session.createMutationQuery("delete from JobEntity j where j.id = :id")
                    .setParameter("id", id.value())
                    .executeUpdate();
        });
    }

    private static void requireNoUnfinishedRun(StatelessSession session, JobId job) {
        Conditions conditions =
                new Conditions().add("r.job.jobId = :job", "job", job.value()).add(UnfinishedCounts.UNFINISHED);
        if (conditions.isFulfilled(session, "select r.id from RunEntity r")) {
            throw new JobFailure.HasUnfinishedRuns(job);
        }
    }

    @Override
    public Optional<Job> find(JobId id) {
        return jobs(new Conditions().add("j.id = :id", "id", id.value()), 1).stream()
                .findFirst();
    }

    @Override
    public Optional<Job> find(FederatedId id) {
        return jobs(new Conditions().add("j.federatedId = :id", "id", id.value()), 1).stream()
                .findFirst();
    }

    @Override
    public List<Job> named(JobName name, Reach reach) {
        Conditions conditions = new Conditions().add("j.name = :name", "name", name.value());
        return jobs(conditions.within(reach, "j.project"), Integer.MAX_VALUE);
    }

    @Override
    public List<Job> page(JobFilter filter, Optional<JobCursor> after, int limit) {
        Conditions conditions = new Conditions();
        filter.project().ifPresent(project -> conditions.add("j.project = :project", "project", project.value()));
        filter.type().ifPresent(type -> conditions.add("j.jobType = :type", "type", type.value()));
        filter.text()
                .ifPresent(text ->
                        conditions.add("j.nameFolded like :text escape '!'", "text", Conditions.containing(text)));
        conditions.within(filter.reach(), "j.project");
        after.ifPresent(cursor -> conditions
                .add(
                        "j.project >= :afterProject",
                        "afterProject",
                        cursor.project().value())
                .add(
                        "(j.project > :afterProject or j.name > :afterName)",
                        "afterName",
                        cursor.name().value()));
        return jobs(conditions, limit);
    }

    private List<Job> jobs(Conditions conditions, int limit) {
        return sessions.read(
                "looking for jobs",
                session -> conditions
                        .select(session, JOBS, BY_PROJECT_AND_NAME, JobEntity.class)
                        .setMaxResults(limit)
                        .getResultList()
                        .stream()
                        .map(JobEntity::toJob)
                        .toList());
    }
}
