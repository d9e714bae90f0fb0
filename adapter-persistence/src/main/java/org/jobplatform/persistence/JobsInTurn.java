package org.jobplatform.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of which runs of one priority wait, from the one after the last that had its turn. They are found by jumping from job
 * to job in the index of what waits, so that it matters how many jobs there are, and not how many runs wait.
 *
 * @param priority the highest there is below some other
 * @param jobs not empty
 */
record JobsInTurn(int priority, List<String> jobs) {
    /** Jobs that share one round. With more, the next claim goes on after the last of them. */
    private static final int MOST = 32;

    /** Of a run {@code t} that may be claimed at {@code :now}. */
    static final String WAITING = "t.status = 'QUEUED' and t.not_before <= :now";

    private static final String FROM_WAITING = " from run t where " + WAITING + " and ";
    private static final String HIGHEST =
            "select t.priority" + FROM_WAITING + "t.priority < :below order by t.status, t.priority desc" + first(1);
    private static final String IN_TURN = " order by t.status, t.priority desc, t.job_id" + first(1);

    /** All at once, on PostgreSQL. */
    private static final String ALL = "with recursive top(priority) as (" + HIGHEST + "), "
            + leaps("later", "t.job_id > :last")
            + ", "
            + leaps("earlier", "t.job_id <= :last")
            + " select priority, job_id from (select 1 as part, l.* from later l union all select 2, e.* from earlier e) found"
            + " order by part, place"
            + first(MOST);

    /** Of the highest priority below this one; empty when nothing waits. */
    static Optional<JobsInTurn> find(StatelessSession session, Vendor vendor, Instant due, int below, String last) {
        return switch (vendor) {
            case POSTGRESQL -> atOnce(session, due, below, last);
            case H2 -> oneByOne(session, due, below, last);
        };
    }

    /** A query of this name: the jobs in this part of their order, each found from the one before, and their places in it. */
    private static String leaps(String name, String part) {
        String next = "cross join lateral (select t.job_id" + FROM_WAITING + "t.priority = before.priority and " + part;
        return name + "(priority, job_id, place) as (select before.priority, n.job_id, 1 from top before " + next
                + IN_TURN
                + ") n union all select before.priority, n.job_id, before.place + 1 from " + name + " before " + next
                + " and t.job_id > before.job_id" + IN_TURN + ") n where before.place < " + MOST + ")";
    }

    private static String first(int most) {
        return " fetch first " + most + " rows only";
    }

    private static Optional<JobsInTurn> atOnce(StatelessSession session, Instant due, int below, String last) {
        var query = session.createNativeQuery(ALL, Object[].class)
                .addScalar("priority", Integer.class)
                .addScalar("job_id", String.class);
        QueryParameters.set(query, Map.of("now", due, "below", below, "last", last));
        List<Object[]> found = query.getResultList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new JobsInTurn(
                        (int) found.getFirst()[0],
                        found.stream().map(row -> (String) row[1]).toList()));
    }

    /** H2 has no lateral joins, and no way to the database that each query would have to go. */
    private static Optional<JobsInTurn> oneByOne(StatelessSession session, Instant due, int below, String last) {
        Integer priority = single(session, HIGHEST, Integer.class, Map.of("now", due, "below", below));
        if (priority == null) {
            return Optional.empty();
        }
        List<String> jobs = new ArrayList<>();
        Map<String, Object> values = new HashMap<>(Map.of("now", due, "priority", priority, "last", last));
        addJobs(jobs, session, "t.job_id > :last", values);
        addJobs(jobs, session, "t.job_id <= :last", values);
        return jobs.isEmpty() ? Optional.empty() : Optional.of(new JobsInTurn(priority, jobs));
    }

    private static void addJobs(List<String> jobs, StatelessSession session, String part, Map<String, Object> values) {
        String next =
                "select t.job_id" + FROM_WAITING + "t.priority = :priority and t.job_id > :after and " + part + IN_TURN;
        String job = "";
        while (job != null && jobs.size() < MOST) {
            values.put("after", job);
            job = single(session, next, String.class, values);
            if (job != null) {
                jobs.add(job);
            }
        }
    }

    private static <T> @Nullable T single(
            StatelessSession session, String sql, Class<T> type, Map<String, Object> values) {
        var query = session.createNativeQuery(sql, type);
        QueryParameters.set(query, values);
        return query.getSingleResultOrNull();
    }
}
