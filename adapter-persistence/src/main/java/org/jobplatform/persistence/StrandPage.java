package org.jobplatform.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;

/**
 * One page of runs on PostgreSQL, newest first, however long the history and whatever is looked for. An index keeps the
 * runs of each dialect and status in the order of the page, and another does so for each place of a job: these are
 * strands. Which strands there are is found by leaping from one to the next; only those with the newest heads can give to
 * the page, and from each no more is read than the page holds.
 *
 * @param ids of runs that fulfil the text of the filter by their ids
 */
record StrandPage(RunFilter filter, Optional<RunCursor> after, int limit, List<String> ids) {
    private static final String STRANDS = """
            strand (dialect, status) as (
              (select r.dialect, r.status from run r order by r.dialect, r.status limit 1)
              union all
              select next.dialect, next.status from strand s cross join lateral (
                select r.dialect, r.status from run r where (r.dialect, r.status) > (s.dialect, s.status)
                order by r.dialect, r.status limit 1) next)""";

    /** Of so many jobs that match, the newest runs are looked at before the strands are. */
    private static final int MANY = 100;

    /** How many runs these are. */
    private static final int RECENT = 1_000;

    List<RunEntity> runs(StatelessSession session) {
        Map<String, Object> values = new HashMap<>();
        List<String> jobs = jobs(values);
        boolean many = ids.isEmpty() && !jobs.isEmpty() && known(session, jobs, values) >= MANY;
        String part = part(values);
        if (many) {
            List<RunEntity> recent = runs(session, recent(String.join(" and ", jobs), part), values);
            if (recent.size() == limit) {
                return recent;
            }
        }
        return runs(session, strands(jobs, part, values), values);
    }

    /** How many places of jobs match; not counted further than needed. */
    private static int known(StatelessSession session, List<String> jobs, Map<String, Object> values) {
        NativeQuery<String> query = session.createNativeQuery(
                "select j.job_id from job_reference j where " + String.join(" and ", jobs) + " limit " + MANY,
                String.class);
        QueryParameters.set(query, values);
        return query.getResultList().size();
    }

    private static List<RunEntity> runs(StatelessSession session, String sql, Map<String, Object> values) {
        NativeQuery<RunEntity> query = session.createNativeQuery(sql, RunEntity.class);
        QueryParameters.set(query, values);
        return query.getResultList();
    }

    private String recent(String jobs, String part) {
        String match =
                "where exists (select 1 from job_reference j where j.reference = found.job_reference and " + jobs + ")";
        return "with recursive " + STRANDS + ", " + places("", part, "", RECENT) + found(match);
    }

    private String strands(List<String> jobs, String part, Map<String, Object> values) {
        String strands = jobs.isEmpty() ? STRANDS : strandsOfJobs(String.join(" and ", jobs));
        String leading = jobs.isEmpty() ? "" : "r.job_reference = s.reference and";
        return "with recursive " + strands + ", " + places(leading, part, named(part, values), limit) + found("");
    }

    private String found(String match) {
        return """

                select found.* from place p cross join lateral (
                  select r.* from run r where r.number = p.number limit 1) found
                %s order by p.created_at desc, p.number desc limit %d""".formatted(match, limit);
    }

    private static String strandsOfJobs(String jobs) {
        return """
                known (reference) as (select j.reference from job_reference j where %s),
                strand (reference, dialect, status) as (
                  select k.reference, next.dialect, next.status from known k cross join lateral (
                    select r.dialect, r.status from run r where r.job_reference = k.reference
                    order by r.dialect, r.status limit 1) next
                  union all
                  select s.reference, next.dialect, next.status from strand s cross join lateral (
                    select r.dialect, r.status from run r
                    where r.job_reference = s.reference and (r.dialect, r.status) > (s.dialect, s.status)
                    order by r.dialect, r.status limit 1) next)""".formatted(jobs);
    }

    /**
     * Where the runs of the page are.
     *
     * @param leading what a strand begins with besides dialect and status
     * @param part of the strand that is looked at
     * @param named further places
     * @param most places to find
     */
    private String places(String leading, String part, String named, int most) {
        String wanted = wanted("s");
        return """
                head as (
                  select s.*, first.created_at, first.number from strand s cross join lateral (
                    select r.created_at, r.number from run r
                    where %1$s r.dialect = s.dialect and r.status = s.status%2$s
                    order by r.created_at desc, r.number desc limit 1) first
                  where true%3$s
                  order by first.created_at desc, first.number desc limit %4$d),
                place as (
                  select p.created_at, p.number from head s cross join lateral (
                    select r.created_at, r.number from run r
                    where %1$s r.dialect = s.dialect and r.status = s.status%2$s
                    order by r.created_at desc, r.number desc limit %4$d) p%5$s
                  order by created_at desc, number desc limit %4$d)""".formatted(leading, part, wanted, most, named);
    }

    /** What the places of jobs must fulfil; empty when every job is looked for. */
    private List<String> jobs(Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        filter.job().ifPresent(job -> {
            conditions.add("j.job_id = :job");
            values.put("job", job.value());
        });
        filter.project().ifPresent(project -> {
            conditions.add("j.project = :project");
            values.put("project", project.value());
        });
        filter.text().ifPresent(text -> {
            conditions.add("j.name_folded like :name escape '!'");
            values.put("name", Conditions.containing(text));
        });
        ReachCondition.of(filter.reach(), "j.project", values).ifPresent(conditions::add);
        return conditions;
    }

    /** Of two upper ends only the lower is said: the scan of an index begins at one. */
    private String part(Map<String, Object> values) {
        StringBuilder part = new StringBuilder();
        filter.from().map(Stored::time).ifPresent(from -> {
            part.append(" and r.created_at >= :from");
            values.put("from", from);
        });
        Optional<Instant> to = filter.to().map(Stored::time);
        Optional<RunCursor> last = after.filter(
                cursor -> to.filter(end -> !cursor.createdAt().isBefore(end)).isEmpty());
        if (last.isPresent()) {
            part.append(" and (r.created_at, r.number) < (:last, :number)");
            values.put("last", Stored.time(last.get().createdAt()));
            values.put("number", last.get().number().value());
        } else if (to.isPresent()) {
            part.append(" and r.created_at < :to");
            values.put("to", to.get());
        }
        return part.toString();
    }

    private String wanted(String alias) {
        StringBuilder wanted = new StringBuilder();
        filter.dialect()
                .ifPresent(
                        dialect -> wanted.append(" and ").append(alias).append(".dialect = '" + dialect.name() + "'"));
        if (!filter.statuses().isEmpty()) {
            String names = filter.statuses().stream()
                    .map(status -> "'" + status.name() + "'")
                    .sorted()
                    .collect(Collectors.joining(", "));
            wanted.append(" and ").append(alias).append(".status in (" + names + ")");
        }
        return wanted.toString();
    }

    private String named(String part, Map<String, Object> values) {
        if (ids.isEmpty()) {
            return "";
        }
        values.put("ids", ids);
        String job = filter.job().map(id -> " and r.job_id = :job").orElse("");
        String project =
                filter.project().map(path -> " and r.job_project = :project").orElse("");
        String reach = ReachCondition.of(filter.reach(), "r.job_project", values)
                .map(condition -> " and " + condition)
                .orElse("");
        return """

                  union
                  (select r.created_at, r.number from run r where r.id in (:ids)%s
                   order by r.created_at desc, r.number desc limit %d)""".formatted(wanted("r") + job + project + reach + part, limit);
    }
}
