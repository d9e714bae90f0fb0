package org.jobplatform.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/**
 * The runs of a job that are due to be deleted.
 *
 * @param before they ended earlier than this
 * @param last the end of the last of them that is not kept whatever its age
 * @param number of that run
 */
record OldRuns(String job, Instant before, Instant last, int number) {
    /** Beyond the runs that are kept whatever their age. */
    private static final String FIRST_NOT_KEPT = "select r.state.endedAt, r.number from RunEntity r"
            + " where r.state.endedAt is not null and r.job.jobId = :job"
            + " order by r.state.endedAt desc, r.number desc";

    private static final String DUE = "t.ended_at is not null and t.job_id = :job and t.ended_at < :before"
            + " and t.ended_at <= :last and (t.ended_at < :last or t.number <= :number)"
            + " and not exists (select 1 from delivery d where d.run_id = t.id and d.status = 'PENDING')";
    private static final String ORDER = "t.job_id, t.ended_at desc, t.number desc";

    private static final List<String> PARTS =
            List.of("run_attempt", "run_log", "run_content_chunk", "run_content_save", "run_content");

    /** Content that one transaction may delete, in bytes, unless a single run has more. */
    private static final long MOST_CONTENT = 64L * 1024 * 1024;

    /** The old runs of a job; empty when all are kept. */
    static Optional<OldRuns> of(StatelessSession session, String job, Instant before, int keep) {
        return session.createSelectionQuery(FIRST_NOT_KEPT, Object[].class)
                .setParameter("job", job)
                .setFirstResult(keep)
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(run -> new OldRuns(job, before, (Instant) run[0], ((Number) run[1]).intValue()));
    }

    /** How many there are, up to the most. */
    int count(StatelessSession session, int most) {
        NativeQuery<Long> query = session.createNativeQuery(
                "select count(*) from (select t.id from run t where " + DUE + " order by " + ORDER + " fetch first "
                        + most + " rows only) due",
                Long.class);
        QueryParameters.set(query, values());
        return query.getSingleResult().intValue();
    }

    /** Deletes some that nobody else is deleting, with all that belongs to them. */
    Deleted delete(StatelessSession session, Vendor vendor, int most) {
        List<String> locked = new FirstUnlocked("run", DUE, ORDER).lockIds(session, vendor, values(), most);
        List<String> runs = withBoundedContent(session, locked);
        if (!runs.isEmpty()) {
            deleteDeliveries(session, runs);
            PARTS.forEach(part -> delete(session, part, "run_id", runs));
            delete(session, "run", "id", runs);
        }
        return new Deleted(runs.size(), locked.size() == most || runs.size() < locked.size());
    }

    private Map<String, Object> values() {
        return new HashMap<>(Map.of("job", job, "before", before, "last", last, "number", number));
    }

    private static List<String> withBoundedContent(StatelessSession session, List<String> ids) {
        if (ids.isEmpty()) {
            return ids;
        }
        List<Object[]> sizes = session.createNativeQuery(
                        "select id, coalesce(content_size, 0) from run where id in (:ids)", Object[].class)
                .setParameterList("ids", ids)
                .getResultList();
        List<String> chosen = new ArrayList<>();
        long content = 0;
        for (Object[] size : sizes) {
            content += ((Number) size[1]).longValue();
            if (chosen.isEmpty() || content <= MOST_CONTENT) {
                chosen.add((String) size[0]);
            }
        }
        return chosen;
    }

    private static void deleteDeliveries(StatelessSession session, List<String> runs) {
        List<String> deliveries = session.createNativeQuery(
                        "select id from delivery where run_id in (:runs)", String.class)
                .setParameterList("runs", runs)
                .getResultList();
        if (!deliveries.isEmpty()) {
            delete(session, "delivery_attempt", "delivery_id", deliveries);
            delete(session, "delivery", "id", deliveries);
        }
    }

    private static void delete(StatelessSession session, String table, String column, List<String> ids) {
        session.createNativeMutationQuery("delete from " + table + " where " + column + " in (:ids)")
                .setParameterList("ids", ids)
                .executeUpdate();
    }

    /**
     * What was deleted.
     *
     * @param more whether there may be more
     */
    record Deleted(int runs, boolean more) {
        static final Deleted NOTHING = new Deleted(0, false);
    }
}
