package org.jobplatform.persistence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.RunNews;
import org.jobplatform.domain.run.Run;

/** Finds what has changed in the database by the indexes of what waits, what is carried out and what has ended. */
final class HibernateRunNews implements RunNews {
    private static final String RUNS = "from RunEntity r";
    private static final Comparator<Run> LATEST_LAST = Comparator.comparing(
                    (Run run) -> run.state().since())
            .thenComparingInt(run -> run.number().value());

    private final Sessions sessions;

    HibernateRunNews(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Run> settledSince(Instant from, Optional<Run> after, int limit) {
        return sessions.read(
                "looking for what has changed",
                session -> Stream.concat(
                                waiting(session, from, after, limit).stream(),
                                ended(session, from, after, limit).stream())
                        .sorted(LATEST_LAST)
                        .limit(limit)
                        .toList());
    }

    private static List<Run> waiting(StatelessSession session, Instant from, Optional<Run> after, int limit) {
        Conditions conditions = new Conditions().add("r.state.status = 'QUEUED'");
        return page(session, conditions, "r.state.since", from, after, limit);
    }

    private static List<Run> ended(StatelessSession session, Instant from, Optional<Run> after, int limit) {
        return page(session, new Conditions(), "r.state.endedAt", from, after, limit);
    }

    private static List<Run> page(
            StatelessSession session,
            Conditions conditions,
            String time,
            Instant from,
            Optional<Run> after,
            int limit) {
        Instant first = after.map(last -> last.state().since()).orElse(from);
        conditions.add(time + " >= :first", "first", Stored.time(first));
        after.ifPresent(last -> conditions.add(
                "(" + time + " > :first or r.number > :number)",
                "number",
                last.number().value()));
        String order = " order by " + time + ", r.number";
        return conditions.select(session, RUNS, order, RunEntity.class).setMaxResults(limit).getResultList().stream()
                .map(RunEntity::toRun)
                .toList();
    }

    @Override
    public List<Run> inWork() {
        Conditions conditions = new Conditions()
                .add("r.state.ownerNode is not null")
                .add("r.state.status in (" + UnfinishedCounts.OWNED_STATUSES + ")");
        return sessions.read(
                "looking for what is carried out",
                session -> conditions.select(session, RUNS, "", RunEntity.class).getResultList().stream()
                        .map(RunEntity::toRun)
                        .toList());
    }
}
