package org.jobplatform.persistence;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.RunStatus;

/**
 * One page of runs on PostgreSQL, newest first, however long the history and whatever is looked for. An index keeps the
 * runs of each dialect and status in the order of the page, and another does so for each place of a job: these are
 * strands. Only those with the newest heads can give to the page, and from each no more is read than the page holds.
 *
 * @param ids of runs that fulfil the text of the filter by their ids
 */
record StrandPage(RunFilter filter, Optional<RunCursor> after, int limit, List<String> ids) {
    /** What a strand of a job begins with. */
    private static final String OF_JOB = "r.job_reference = s.reference and ";

    /** Those that there are, of the places of jobs that are known: by leaps from each to the next. */
    private static final String STRANDS_OF_KNOWN = """
                strand (reference, dialect, status) as (
                  select k.reference, next.dialect, next.status from known k cross join lateral (
                    select r.dialect, r.status from run r where r.job_reference = k.reference
                    order by r.dialect, r.status limit 1) next
                  union all
                  select s.reference, next.dialect, next.status from strand s cross join lateral (
                    select r.dialect, r.status from run r
                    where r.job_reference = s.reference and (r.dialect, r.status) > (s.dialect, s.status)
                    order by r.dialect, r.status limit 1) next)""";

    /** Of so many jobs that match, the newest runs are looked at before the strands are. */
    private static final int MANY = 100;

    /** How many runs these are. */
    private static final int RECENT = 1_000;

    List<RunEntity> runs(StatelessSession session) {
        Map<String, Object> values = new HashMap<>();
        List<String> jobs = JobConditions.OF_PLACES.all(filter, values);
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
        return "with " + newest("", part, RECENT) + found(match);
    }

    private String strands(List<String> jobs, String part, Map<String, Object> values) {
        if (jobs.isEmpty()) {
            return "with " + newest("", part, limit) + found("");
        }
        String known = "known (reference) as (select j.reference from job_reference j where "
                + String.join(" and ", jobs) + "), ";
        if (filter.job().isPresent() && ids.isEmpty()) {
            return "with " + known + newest(OF_JOB, part, limit) + found("");
        }
        String wanted = "(select * from strand s where true" + wanted("s") + ") s";
        return "with recursive " + known + STRANDS_OF_KNOWN + ", place as (" + places(wanted, OF_JOB, part, limit)
                + named(part, values) + newestFirst(limit) + ")" + found("");
    }

    /**
     * Where the newest runs are, of all jobs or of those known. First those that have ended: when they fill the page, older
     * runs are not on it, whatever has become of them. The strands of unfinished runs are full of what runs that have ended
     * left there since the last vacuum, and so no more of them is read than need be.
     *
     * @param leading what a strand begins with besides dialect and status
     */
    private String newest(String leading, String part, int most) {
        String ended = strands(leading, true);
        String unfinished = strands(leading, false);
        if (ended.isEmpty()) {
            return "place as (" + places(unfinished, leading, part, most) + newestFirst(most) + ")";
        }
        String endedPlaces = "ended as (" + places(ended, leading, part, most) + newestFirst(most) + ")";
        if (unfinished.isEmpty()) {
            return endedPlaces + ", place as (select * from ended)";
        }
        String onPage = part + " and r.created_at >= (select oldest from page)";
        return endedPlaces
                + """
                , page as (
                  select case when count(*) = %1$d then min(created_at) else timestamptz '-infinity' end as oldest from ended),
                place as (
                  select * from ended
                  union all
                  select * from (%2$s) unfinished%3$s)""".formatted(most, places(unfinished, leading, onPage, most) + newestFirst(most), newestFirst(most));
    }

    /** The strands of what has ended, or of what has not; empty when none of them is looked for. */
    private String strands(String leading, boolean ended) {
        String strands = Arrays.stream(Dialect.values())
                .filter(dialect -> filter.dialect().stream().allMatch(dialect::equals))
                .flatMap(dialect -> Arrays.stream(RunStatus.values())
                        .filter(status -> status.isEnded() == ended)
                        .filter(status ->
                                filter.statuses().isEmpty() || filter.statuses().contains(status))
                        .map(status -> "('" + dialect.name() + "', '" + status.name() + "')"))
                .collect(Collectors.joining(", "));
        if (strands.isEmpty()) {
            return "";
        }
        return leading.isEmpty()
                ? "(values " + strands + ") s(dialect, status)"
                : "(select * from known cross join (values " + strands + ") v(dialect, status)) s";
    }

    private String found(String match) {
        return """

                select found.* from place p cross join lateral (
                  select r.* from run r where r.number = p.number limit 1) found
                %s order by p.created_at desc, p.number desc limit %d""".formatted(match, limit);
    }

    /**
     * Where the newest runs of these strands are.
     *
     * @param part of the strand that is looked at
     * @param most places to find
     */
    private static String places(String strands, String leading, String part, int most) {
        String strand = "from run r where " + leading + "r.dialect = s.dialect and r.status = s.status" + part;
        return """
                select p.created_at, p.number from (
                  select s.*, first.created_at, first.number from %1$s cross join lateral (
                    select r.created_at, r.number %2$s
                    order by r.created_at desc, r.number desc limit 1) first
                  order by first.created_at desc, first.number desc limit %3$d) s cross join lateral (
                    select r.created_at, r.number %2$s
                    order by r.created_at desc, r.number desc limit %3$d) p""".formatted(strands, strand, most);
    }

    private static String newestFirst(int most) {
        return " order by created_at desc, number desc limit " + most;
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
        String match = JobConditions.OF_RUNS.place(filter, values).stream()
                .map(condition -> " and " + condition)
                .collect(Collectors.joining());
        return """

                  union
                  (select r.created_at, r.number from run r where r.id in (:ids)%s
                   order by r.created_at desc, r.number desc limit %d)""".formatted(wanted("r") + match + part, limit);
    }
}
