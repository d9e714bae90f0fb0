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
 * The jobs of which runs of one priority wait, from the one after the last that had its turn. They are found by jumping from job
 * to job in the index of what waits, so that it matters how many jobs there are, and not how many runs wait.
 *
 * @param priority the highest there is below some other
 * @param turns not empty
 */
record JobsInTurn(int priority, List<Turn> turns) {
    /**
     * One of the jobs.
     *
     * @param oldest when the oldest of its runs was made. Whoever begins there in the index does not come by what is left in it
     *     of runs that wait no longer, as the search for the jobs must: with PostgreSQL, everything since the last vacuum
     */
    record Turn(String job, Instant oldest) {}

    /** Jobs that share one round. With more, the next claim goes on after the last of them. */
    private static final int MOST = 32;

    /** Of a run {@code t} that may be claimed at {@code :now}. */
    static final String WAITING = "t.status = 'QUEUED' and t.not_before <= :now";

    private static final String FROM_WAITING = " from run t where " + WAITING + " and ";

    /** Not {@code below}: for what is less, H2 looks at all that are equal and leaves them out. */
    private static final String HIGHEST =
            "select t.priority, t.job_id, t.created_at" + FROM_WAITING + "t.priority <= :most" + firstInTurn();

    private static final String LATER = "t.job_id > :last";
    private static final String EARLIER = "t.job_id <= :last";

    /** All at once, on PostgreSQL. The very first of the priority is known already. */
    private static final String ALL = "with recursive top(priority, job_id, created_at) as (" + HIGHEST + "), "
            + jobs(
                    "later",
                    LATER,
                    "select t.*, 1 from top t where " + LATER + " union all " + next("top", "1", LATER)
                            + " where before.job_id <= :last")
            + ", "
            + jobs("earlier", EARLIER, "select t.*, 1 from top t where " + EARLIER)
            + " select priority, job_id, created_at from"
            + " (select 1 as part, l.* from later l union all select 2, e.* from earlier e) found"
            + " order by part, place fetch first " + MOST + " rows only";

    /** Of the highest priority below this one; empty when nothing waits. */
    static Optional<JobsInTurn> find(StatelessSession session, Vendor vendor, Instant due, int below, String last) {
        return switch (vendor) {
            case POSTGRESQL -> atOnce(session, due, below, last);
            case H2 -> oneByOne(session, due, below, last);
        };
    }

    /** A query of this name: the jobs in this part of their order, each found from the one before, and their places in it. */
    private static String jobs(String name, String part, String first) {
        return name + "(priority, job_id, created_at, place) as (" + first + " union all "
                + next(name, "before.place + 1", part + " and t.job_id > before.job_id")
                + " where before.place < " + MOST + ")";
    }

    /** For each of these, the first of the next job in this part. */
    private static String next(String before, String place, String part) {
        return "select before.priority, n.*, " + place + " from " + before
                + " before cross join lateral (select t.job_id, t.created_at" + FROM_WAITING
                + "t.priority = before.priority and " + part + firstInTurn() + ") n";
    }

    private static String firstInTurn() {
        return " order by t.status, t.priority desc, t.job_id, t.created_at, t.number fetch first 1 rows only";
    }

    private static Optional<JobsInTurn> atOnce(StatelessSession session, Instant due, int below, String last) {
        List<Object[]> found = query(session, ALL, Map.of("now", due, "most", below - 1, "last", last));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new JobsInTurn(
                        (int) found.getFirst()[0],
                        found.stream().map(JobsInTurn::turn).toList()));
    }

    /** H2 has no lateral joins, and no way to the database that each query would have to go. */
    private static Optional<JobsInTurn> oneByOne(StatelessSession session, Instant due, int below, String last) {
        List<Object[]> highest = query(session, HIGHEST, Map.of("now", due, "most", below - 1));
        if (highest.isEmpty()) {
            return Optional.empty();
        }
        int priority = (int) highest.getFirst()[0];
        List<Turn> turns = new ArrayList<>();
        Map<String, Object> values = new HashMap<>(Map.of("now", due, "priority", priority, "last", behind(last)));
        addTurns(turns, session, LATER, values);
        addTurns(turns, session, EARLIER, values);
        return turns.isEmpty() ? Optional.empty() : Optional.of(new JobsInTurn(priority, turns));
    }

    private static void addTurns(List<Turn> turns, StatelessSession session, String part, Map<String, Object> values) {
        String next = "select t.priority, t.job_id, t.created_at" + FROM_WAITING
                + "t.priority = :priority and t.job_id > :after and " + part + firstInTurn();
        String job = "";
        while (job != null && turns.size() < MOST) {
            values.put("after", behind(job));
            List<Object[]> found = query(session, next, values);
            found.stream().map(JobsInTurn::turn).forEach(turns::add);
            job = found.isEmpty() ? null : turns.getLast().job();
        }
    }

    /** No id, but where the next may begin: for what is greater than an id, H2 looks at all that have it and leaves them out. */
    private static String behind(String job) {
        return job + '\0';
    }

    private static List<Object[]> query(StatelessSession session, String sql, Map<String, Object> values) {
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class)
                .addScalar("priority", Integer.class)
                .addScalar("job_id", String.class)
                .addScalar("created_at", Instant.class);
        QueryParameters.set(query, values);
        return query.getResultList();
    }

    private static Turn turn(Object[] row) {
        return new Turn((String) row[1], (Instant) row[2]);
    }
}
