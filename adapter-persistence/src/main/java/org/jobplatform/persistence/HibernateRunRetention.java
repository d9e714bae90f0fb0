package org.jobplatform.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.DueRuns;
import org.jobplatform.application.port.RunRetention;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RetentionPolicy;

/** Deletes old runs from the database, and content that no run shows. */
final class HibernateRunRetention implements RunRetention {
    private static final String NEXT_JOB = "select r.job.jobId from RunEntity r"
            + " where r.state.endedAt is not null and r.job.jobId > :after order by r.job.jobId";
    private static final String LAST_ENDED = "from RunEntity r"
            + " where r.state.endedAt is not null and r.job.jobId = :job"
            + " order by r.state.endedAt desc, r.number desc";

    private final Sessions sessions;
    private final Vendor vendor;

    HibernateRunRetention(Sessions sessions, Vendor vendor) {
        this.sessions = sessions;
        this.vendor = vendor;
    }

    @Override
    public Optional<Sweep> sweep(RetentionPolicy policy, Instant now, Optional<JobId> after, int most) {
        return sessions.write("deleting old runs", session -> {
            Instant before = endedBefore(session, policy, now);
            return nextJob(session, after.map(JobId::value).orElse("")).map(job -> {
                OldRuns.Deleted deleted = OldRuns.of(session, job, before, policy.keep())
                        .map(old -> old.delete(session, vendor, most))
                        .orElse(OldRuns.Deleted.NOTHING);
                return new Sweep(new JobId(job), deleted.runs(), deleted.more());
            });
        });
    }

    @Override
    public List<DueRuns> due(RetentionPolicy policy, Instant now, Optional<JobId> after, int jobs, int most) {
        return sessions.read("looking for old runs", session -> {
            Instant before = endedBefore(session, policy, now);
            List<DueRuns> due = new ArrayList<>();
            Optional<String> job = nextJob(session, after.map(JobId::value).orElse(""));
            while (job.isPresent() && due.size() < jobs) {
                due(session, job.get(), before, policy.keep(), most).ifPresent(due::add);
                job = nextJob(session, job.get());
            }
            return List.copyOf(due);
        });
    }

    private Optional<DueRuns> due(StatelessSession session, String job, Instant before, int keep, int most) {
        int due = OldRuns.of(session, job, before, keep)
                .map(old -> old.count(session, most + 1))
                .orElse(0);
        // Empty when the last run of the job was deleted just now.
        return session.createSelectionQuery(LAST_ENDED, RunEntity.class)
                .setParameter("job", job)
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(last -> new DueRuns(last.toRun().job(), Math.min(due, most), due > most));
    }

    @Override
    public int dropStrayContent(int most) {
        List<OpenSave> abandoned =
                sessions.read("looking for stray content", session -> OpenSave.abandoned(session, most));
        abandoned.forEach(save -> sessions.write("dropping stray content", save::drop));
        return abandoned.size();
    }

    private Instant endedBefore(StatelessSession session, RetentionPolicy policy, Instant now) {
        Instant own = session.createNativeQuery("select " + vendor.clock(), Instant.class)
                .getSingleResult();
        return Stored.time(policy.endedBefore(now, own));
    }

    private static Optional<String> nextJob(StatelessSession session, String after) {
        return session.createSelectionQuery(NEXT_JOB, String.class)
                .setParameter("after", after)
                .setMaxResults(1)
                .uniqueResultOptional();
    }
}
