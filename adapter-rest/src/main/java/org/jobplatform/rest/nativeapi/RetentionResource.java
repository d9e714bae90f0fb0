package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.DueRuns;
import org.jobplatform.application.usecase.RetentionQueries;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RetentionPolicy;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.access.Requires;
import org.jobplatform.rest.http.QueryFields;

/** How long runs are kept, and which are about to be deleted. */
@Path(NativeApi.PREFIX + "/retention")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionResource {
    private final RetentionQueries retention;

    RetentionResource(RetentionQueries retention) {
        this.retention = retention;
    }

    /**
     * The rule, and one page of the jobs that have ended runs, with how many of these it lets be deleted. A query may ask
     * about another rule than the one in force.
     */
    @GET
    @Requires(Permission.ADMINISTER)
    public Map<String, Object> preview(@Context ContainerRequestContext request) {
        QueryFields query = QueryFields.of(request);
        Optional<JobId> after = query.parsed("cursor", JobId::new);
        Optional<RetentionPolicy> rule = rule(query);
        Page page = Page.of(query);
        query.check();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("enabled", retention.policy().isPresent());
        rule.ifPresent(asked -> {
            answer.put("runs", days(asked.age()));
            answer.put("keep", asked.keep());
        });
        List<DueRuns> due = rule.map(asked -> retention.due(asked, after, page.wanted(), Callers.principal(request)))
                .orElse(List.of());
        answer.putAll(page.answer(
                "jobs", due, DueRunsResponse::from, last -> last.job().id().value()));
        return answer;
    }

    private Optional<RetentionPolicy> rule(QueryFields query) {
        Optional<RetentionPolicy> inForce = retention.policy();
        int keep = query.integer("keep", 0, RetentionPolicy.MOST_KEPT)
                .orElse(inForce.map(RetentionPolicy::keep).orElse(0));
        return query.parsed("runs", text -> new RetentionPolicy(ValueText.duration(text), keep))
                .or(() -> inForce.map(policy -> new RetentionPolicy(policy.age(), keep)));
    }

    private static String days(Duration age) {
        return age.equals(Duration.ofDays(age.toDays())) ? "P" + age.toDays() + "D" : age.toString();
    }

    record DueRunsResponse(String job, String project, String name, int runs, boolean more) {
        static DueRunsResponse from(DueRuns due) {
            return new DueRunsResponse(
                    due.job().id().value(),
                    due.job().project().value(),
                    due.job().name().value(),
                    due.runs(),
                    due.more());
        }
    }
}
