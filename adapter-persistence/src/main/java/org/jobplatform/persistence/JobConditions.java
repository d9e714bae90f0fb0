package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jobplatform.application.port.RunFilter;

/**
 * What a filter asks of a job, in SQL. It can be asked of the places of jobs, of which there are few, and of runs, each of
 * which tells the place that its job had.
 *
 * @param id the column with the id of the job
 * @param project the column with its project
 * @param name the column with its folded name
 */
record JobConditions(String id, String project, String name) {
    /** Of the places of jobs, as {@code j}. */
    static final JobConditions OF_PLACES = new JobConditions("j.job_id", "j.project", "j.name_folded");

    /** Of runs, as {@code r}. */
    static final JobConditions OF_RUNS = new JobConditions("r.job_id", "r.job_project", "r.job_name_folded");

    /** All of them; empty when every job is looked for. The values are added to those given. */
    List<String> all(RunFilter filter, Map<String, Object> values) {
        List<String> conditions = place(filter, values);
        named(filter, values).ifPresent(conditions::add);
        return conditions;
    }

    /** Those that do not go by its name. */
    List<String> place(RunFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        filter.job().ifPresent(job -> {
            conditions.add(id + " = :job");
            values.put("job", job.value());
        });
        filter.project().ifPresent(path -> {
            conditions.add(project + " = :project");
            values.put("project", path.value());
        });
        ReachCondition.of(filter.reach(), project, values).ifPresent(conditions::add);
        return conditions;
    }

    /** Whether every job is looked for. */
    static boolean leaveNoneOut(RunFilter filter) {
        return OF_PLACES.all(filter, new HashMap<>()).isEmpty();
    }

    /** The ids of the jobs that are looked for, by a place that they have or had. */
    static List<String> known(StatelessSession session, RunFilter filter) {
        Map<String, Object> values = new HashMap<>();
        NativeQuery<String> query = session.createNativeQuery(
                "select distinct j.job_id from job_reference j where "
                        + String.join(" and ", OF_PLACES.all(filter, values)),
                String.class);
        QueryParameters.set(query, values);
        return query.getResultList();
    }

    private Optional<String> named(RunFilter filter, Map<String, Object> values) {
        return filter.text().map(text -> {
            values.put("name", Conditions.containing(text));
            return name + " like :name escape '!'";
        });
    }
}
