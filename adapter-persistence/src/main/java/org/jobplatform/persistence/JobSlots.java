package org.jobplatform.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** The free slots of jobs with a limit, which are locked as long as this is true; jobs without one have room for any number. */
final class JobSlots {
    private static final String LIMITED = "select j.id, j.concurrency_limit from job j"
            + " where j.concurrency_limit is not null and j.id in (:jobs)"
            // Not locked when it is full: the starts of a full job would wait for every claim.
            + " and j.concurrency_limit > (select count(*) from run o where o.job_id = j.id and o.ended_at is null"
            + " and o.status in ('STARTING', 'RUNNING', 'PAUSED', 'STOPPING')) order by j.id";
    private static final String FULL =
            "select j.id from job j where j.concurrency_limit is not null and j.id in (:jobs)";

    private final Map<String, Integer> free;

    private JobSlots(Map<String, Integer> free) {
        this.free = free;
    }

    static JobSlots lock(StatelessSession session, Vendor vendor, Collection<String> jobs) {
        Map<String, Integer> free = new HashMap<>();
        List<String> limited = limited(session, jobs);
        if (limited.isEmpty()) {
            return new JobSlots(free);
        }
        List<Object[]> open = session.createNativeQuery(LIMITED + vendor.forChange(), Object[].class)
                .setParameterList("jobs", limited)
                .getResultList();
        open.forEach(row -> free.put((String) row[0], ((Number) row[1]).intValue()));
        UnfinishedCounts counts = UnfinishedCounts.of(session, List.copyOf(free.keySet()));
        free.replaceAll((job, most) -> Math.max(0, most - counts.owned(job)));
        // Also for what has got its limit meanwhile.
        limited(session, jobs).forEach(job -> free.putIfAbsent(job, 0));
        return new JobSlots(free);
    }

    private static List<String> limited(StatelessSession session, Collection<String> jobs) {
        return jobs.isEmpty()
                ? List.of()
                : session.createNativeQuery(FULL, String.class)
                        .setParameterList("jobs", jobs)
                        .getResultList();
    }

    /** So many, or as many as the job has free. */
    int atMost(String job, int wanted) {
        return Math.min(wanted, free.getOrDefault(job, wanted));
    }

    /** So many are no longer free. */
    void take(String job, int count) {
        free.computeIfPresent(job, (id, slots) -> slots - count);
    }
}
