package org.jobplatform.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.ChainPlan;

/** The plan of a chain as the text of one column. */
final class ChainPlanText {
    private static final String FOLLOWING = "following";
    private static final String GIVEN = "given";

    private ChainPlanText() {}

    static String of(ChainPlan plan) {
        return Json.write(
                Map.of(FOLLOWING, plan.following().stream().map(JobId::value).toList(), GIVEN, plan.given()));
    }

    static ChainPlan read(String text) {
        Map<String, Object> tree = Json.tree(text);
        if (!(tree.get(FOLLOWING) instanceof List<?> following) || !(tree.get(GIVEN) instanceof Map<?, ?> given)) {
            throw new IllegalStateException("the stored plan of a chain is damaged");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        given.forEach((name, value) -> parameters.put(String.valueOf(name), String.valueOf(value)));
        return new ChainPlan(
                following.stream().map(String::valueOf).map(JobId::new).toList(), parameters);
    }
}
