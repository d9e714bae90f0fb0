package org.jobplatform.application.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.usecase.FlowSteps;
import org.jobplatform.domain.job.Problem;
import org.junit.jupiter.api.Test;

final class FlowSettingsTest {
    private final FlowRunner runner = new FlowRunner(FlowSettingsTest::nobody);

    private static FlowSteps nobody() {
        throw new AssertionError("settings are judged without carrying anything out");
    }

    @Test
    void settingsShouldBeTakenWhenTheySayWhatAFlowNeeds() {
        Map<String, Object> full = Map.of(
                "job",
                "Sales/Nightly/Load",
                "name",
                "load",
                "parameters",
                Map.of("a", 5, "b", true),
                "onError",
                "continue");

        assertThat(runner.validate(Map.of("steps", List.of(full, Map.of("job", "0100000Z000009")))))
                .isEmpty();
        assertThat(new FlowSettings("flow", Map.of("steps", List.of(full))).steps())
                .containsExactly(new FlowStep("Sales/Nightly/Load", "load", Map.of("a", "5", "b", "true"), true));
    }

    @Test
    void everyProblemShouldBeNamedWithItsPlace() {
        Map<String, Object> bad = Map.of(
                "job", "a b", "name", " ", "parameters", Map.of("a-b", "x"), "onError", "ignore", "colour", "red");

        assertThat(runner.validate(Map.of("steps", List.of(bad, "text", Map.of("parameters", 5)), "more", 1)))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "flow.more",
                        "flow.steps[0].colour",
                        "flow.steps[0].job",
                        "flow.steps[0].name",
                        "flow.steps[0].onError",
                        "flow.steps[0].parameters",
                        "flow.steps[1]",
                        "flow.steps[2].job",
                        "flow.steps[2].job",
                        "flow.steps[2].parameters");
    }

    @Test
    void stepsShouldBeOneToAHundred() {
        List<Map<String, String>> most = Collections.nCopies(100, Map.of("job", "a"));
        List<Map<String, String>> tooMany = Collections.nCopies(101, Map.of("job", "a"));

        assertThat(runner.validate(Map.of("steps", most))).isEmpty();
        assertThat(runner.validate(Map.of("steps", tooMany)))
                .extracting(Problem::field)
                .containsExactly("flow.steps");
        assertThat(runner.validate(Map.of("steps", List.of()))).hasSize(1);
        assertThat(runner.validate(Map.of())).hasSize(1);
    }
}
