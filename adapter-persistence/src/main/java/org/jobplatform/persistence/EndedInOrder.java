package org.jobplatform.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.job.JobId;

/** Ended runs of every project, as an index has them. */
final class EndedInOrder implements EndedPage {
    private static final String ORDER = " order by r.state.endedAt desc, r.number desc";

    private final StatelessSession session;
    private final Conditions conditions = new Conditions().add("r.state.endedAt is not null");

    EndedInOrder(StatelessSession session, Optional<JobId> job, Optional<RunPlace> from) {
        this.session = session;
        job.ifPresent(id -> conditions.add("r.job.jobId = :job", "job", id.value()));
        from.ifPresent(place -> conditions
                .add("r.state.endedAt <= :endedAt", "endedAt", place.time())
                .add("(r.state.endedAt < :endedAt or r.number <= :number)", "number", place.number()));
    }

    @Override
    public List<RunEntity> runs(int limit) {
        return conditions
                .select(session, "from RunEntity r", ORDER, RunEntity.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What is left out is counted in the index alone. */
    @Override
    public Optional<RunPlace> place(int after) {
        return conditions
                .select(session, "select r.state.endedAt, r.number from RunEntity r", ORDER, Object[].class)
                .setFirstResult(after)
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(row -> new RunPlace((Instant) row[0], (Integer) row[1]));
    }
}
