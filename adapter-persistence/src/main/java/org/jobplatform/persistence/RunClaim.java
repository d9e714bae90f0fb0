package org.jobplatform.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;

/**
 * The claim of waiting runs. Jobs with a limit are locked only when runs wait and a slot seems free, and counted under the
 * lock; waiting runs that somebody else has locked are passed over.
 */
final class RunClaim {
    private static final String OPEN_JOBS = """
            select j.id, j.concurrency_limit from job j
            where j.concurrency_limit is not null
              and exists (select 1 from run w where w.job_id = j.id and w.ended_at is null
                          and w.status = 'QUEUED' and w.not_before <= :now)
              and j.concurrency_limit > (select count(*) from run o where o.job_id = j.id and o.ended_at is null
                          and o.status in ('STARTING', 'RUNNING', 'PAUSED', 'STOPPING'))
            order by j.id""";

    private static final String UNLIMITED =
            "not exists (select 1 from job j where j.id = t.job_id and j.concurrency_limit is not null)";
    private static final String DUE = "t.status = 'QUEUED' and t.not_before <= :now and ";
    private static final String ORDER = "t.status, t.priority desc, t.created_at, t.number";

    private final Vendor vendor;

    RunClaim(Vendor vendor) {
        this.vendor = vendor;
    }

    List<Run> make(StatelessSession session, Owner owner, int limit, Instant now) {
        Instant due = Stored.time(now);
        Map<String, Integer> slots = freeSlots(session, due);
        List<RunEntity> claimed = new ArrayList<>();
        boolean more = true;
        while (more && claimed.size() < limit) {
            List<RunEntity> round = new ArrayList<>();
            int wanted = limit - claimed.size();
            List<RunEntity> waiting = waiting(session, slots.keySet(), wanted, due);
            for (RunEntity entity : waiting) {
                if (takesSlot(slots, entity.jobId())) {
                    round.add(RunEntity.from(entity.toRun().claim(owner, now)));
                }
            }
            session.updateMultiple(round);
            claimed.addAll(round);
            slots.values().removeIf(free -> free == 0);
            // Runs beyond the slots of their job took the place of others that could have been claimed.
            more = waiting.size() == wanted && round.size() < wanted;
        }
        return claimed.stream().map(RunEntity::toRun).toList();
    }

    private Map<String, Integer> freeSlots(StatelessSession session, Instant due) {
        List<Object[]> open = session.createNativeQuery(OPEN_JOBS + vendor.forChange(), Object[].class)
                .setParameter("now", due)
                .getResultList();
        Map<String, Integer> slots = new HashMap<>();
        open.forEach(row -> slots.put((String) row[0], ((Number) row[1]).intValue()));
        UnfinishedCounts counts = UnfinishedCounts.of(session, slots.keySet());
        slots.replaceAll((job, most) -> Math.max(0, most - counts.owned(job)));
        slots.values().removeIf(free -> free == 0);
        return slots;
    }

    private List<RunEntity> waiting(StatelessSession session, Set<String> jobs, int most, Instant due) {
        String admissible = jobs.isEmpty() ? UNLIMITED : "(" + UNLIMITED + " or t.job_id in (:open))";
        Map<String, Object> values =
                jobs.isEmpty() ? Map.of("now", due) : Map.of("now", due, "open", List.copyOf(jobs));
        return new FirstUnlocked("run", DUE + admissible, ORDER).lock(session, vendor, RunEntity.class, values, most);
    }

    private static boolean takesSlot(Map<String, Integer> slots, String job) {
        Integer free = slots.computeIfPresent(job, (id, count) -> count - 1);
        if (free != null && free < 0) {
            slots.put(job, 0);
            return false;
        }
        return true;
    }
}
