package org.jobplatform.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** The free slots of jobs with a limit, which are locked as long as this is true; jobs without one have room for any number. */
final class JobSlots {
    private static final String LIMITED = "select j.id, j.concurrency_limit from job j"
            + " where j.concurrency_limit is not null and j.id in (:jobs) order by j.id";

    private final Map<String, Integer> free;

    private JobSlots(Map<String, Integer> free) {
        this.free = free;
    }

    static JobSlots lock(StatelessSession session, Vendor vendor, Collection<String> jobs) {
        Map<String, Integer> limits = limits(session, jobs, "");
        if (limits.isEmpty()) {
            return new JobSlots(limits);
        }
        // Not locked when it is full: the starts of a full job would wait for every claim.
        List<String> open = List.copyOf(free(session, vendor, limits).keySet());
        Map<String, Integer> free = free(session, vendor, limits(session, open, vendor.forChange()));
        // Also for what has got its limit meanwhile.
        limits(session, jobs, "").keySet().forEach(job -> free.putIfAbsent(job, 0));
        return new JobSlots(free);
    }

    /** Of these jobs, those with a limit, and their limits. */
    private static Map<String, Integer> limits(StatelessSession session, Collection<String> jobs, String lock) {
        Map<String, Integer> limits = new HashMap<>();
        if (!jobs.isEmpty()) {
            List<Object[]> rows = session.createNativeQuery(LIMITED + lock, Object[].class)
                    .setParameterList("jobs", jobs)
                    .getResultList();
            rows.forEach(row -> limits.put((String) row[0], ((Number) row[1]).intValue()));
        }
        return limits;
    }

    /** Those of jobs that are not full. */
    private static Map<String, Integer> free(StatelessSession session, Vendor vendor, Map<String, Integer> limits) {
        UnfinishedCounts counts = UnfinishedCounts.of(session, vendor, limits.keySet());
        Map<String, Integer> free = new HashMap<>();
        limits.forEach((job, limit) -> {
            if (counts.owned(job) < limit) {
                free.put(job, limit - counts.owned(job));
            }
        });
        return free;
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
