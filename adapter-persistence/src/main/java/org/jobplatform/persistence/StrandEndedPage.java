package org.jobplatform.persistence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobId;

/**
 * Ended runs of the jobs within somebody's reach, on PostgreSQL, the last ended first. The ended runs of each job are kept in
 * this order by an index: the jobs within reach are found, those that ended too long ago to be among the wanted are left
 * out, and from each other no more is read than is wanted.
 */
final class StrandEndedPage implements EndedPage {
    private final StatelessSession session;
    private final Optional<JobId> job;
    private final Reach reach;
    private final Optional<RunPlace> from;

    /** @param from the run to begin with; the last that ended when empty */
    StrandEndedPage(StatelessSession session, Optional<JobId> job, Reach reach, Optional<RunPlace> from) {
        this.session = session;
        this.job = job;
        this.reach = reach;
        this.from = from;
    }

    @Override
    public List<RunEntity> runs(int limit) {
        Map<String, Object> values = new HashMap<>();
        String sql = ended(limit, values) + """
                select found.* from place p cross join lateral (
                  select r.* from run r where r.number = p.number limit 1) found
                order by p.ended_at desc, p.number desc""";
        NativeQuery<RunEntity> query = session.createNativeQuery(sql, RunEntity.class);
        QueryParameters.set(query, values);
        return query.getResultList();
    }

    @Override
    public Optional<RunPlace> place(int after) {
        Map<String, Object> values = new HashMap<>();
        String sql = ended(after + 1, values)
                + "select p.ended_at, p.number from place p order by p.ended_at desc, p.number desc offset " + after;
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class)
                .addScalar("ended_at", Instant.class)
                .addScalar("number", Integer.class);
        QueryParameters.set(query, values);
        return query.getResultList().stream().findFirst().map(row -> new RunPlace((Instant) row[0], (Integer) row[1]));
    }

    private String ended(int most, Map<String, Object> values) {
        String jobs = ReachCondition.of(reach, "j.project", values).orElse("true")
                + job.map(id -> " and j.job_id = :job").orElse("");
        job.ifPresent(id -> values.put("job", id.value()));
        String runs = ReachCondition.of(reach, "r.job_project", values).orElse("true");
        String part = "";
        if (from.isPresent()) {
            part = " and (r.ended_at, r.number) <= (:endedAt, :number)";
            values.put("endedAt", from.get().time());
            values.put("number", from.get().number());
        }
        return """
            with job_within as (
              select distinct j.job_id from job_reference j where %1$s),
            head as (
              select k.job_id, first.ended_at, first.number from job_within k cross join lateral (
                select r.ended_at, r.number from run r
                where r.job_id = k.job_id and r.ended_at is not null and %2$s%3$s
                order by r.ended_at desc, r.number desc limit 1) first
              order by first.ended_at desc, first.number desc limit %4$d),
            place as (
              select p.ended_at, p.number from head h cross join lateral (
                select r.ended_at, r.number from run r
                where r.job_id = h.job_id and r.ended_at is not null and %2$s%3$s
                order by r.ended_at desc, r.number desc limit %4$d) p
              order by p.ended_at desc, p.number desc limit %4$d)
            """.formatted(jobs, runs, part, most);
    }
}
