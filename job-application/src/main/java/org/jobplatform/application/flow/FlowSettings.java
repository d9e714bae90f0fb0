package org.jobplatform.application.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.application.usecase.JobAddress;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.Parameters;
import org.jobplatform.domain.job.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a flow, and notes each problem under the path of its field. */
final class FlowSettings {
    private static final int MOST_STEPS = 100;
    private static final Set<String> FIELDS = Set.of("job", "name", "parameters", "onError");

    private final List<Problem> problems = new ArrayList<>();
    private final List<FlowStep> steps = new ArrayList<>();

    FlowSettings(String kind, Map<String, Object> settings) {
        refuseOthers(kind, settings, Set.of("steps"));
        String path = kind + ".steps";
        if (!(settings.get("steps") instanceof List<?> list) || list.isEmpty() || list.size() > MOST_STEPS) {
            problem(path, "must be a list of 1 to " + MOST_STEPS + " steps");
            return;
        }
        for (int place = 0; place < list.size(); place++) {
            String at = path + "[" + place + "]";
            if (list.get(place) instanceof Map<?, ?> step) {
                read(at, step);
            } else {
                problem(at, "must be a map");
            }
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The steps, when there are no problems. */
    List<FlowStep> steps() {
        return List.copyOf(steps);
    }

    private void read(String at, Map<?, ?> step) {
        refuseOthers(at, step, FIELDS);
        String job = text(at + ".job", step.get("job")).orElse("");
        if (JobAddress.parse(job).isEmpty()) {
            problem(at + ".job", "must be the id of a job, or its project and name such as Default/Load");
        }
        String name = step.containsKey("name") ? name(at + ".name", step.get("name")) : job;
        steps.add(new FlowStep(job, name, parameters(at + ".parameters", step.get("parameters")), goesOn(at, step)));
    }

    private String name(String at, @Nullable Object given) {
        String name = text(at, given).orElse("");
        if (name.isBlank() || name.length() > JobName.MAXIMUM_LENGTH) {
            problem(at, "must have 1 to " + JobName.MAXIMUM_LENGTH + " characters");
        }
        return name;
    }

    private boolean goesOn(String at, Map<?, ?> step) {
        Object given = step.containsKey("onError") ? step.get("onError") : "stop";
        if (!"stop".equals(given) && !"continue".equals(given)) {
            problem(at + ".onError", "must be stop or continue");
        }
        return "continue".equals(given);
    }

    private Map<String, String> parameters(String at, @Nullable Object given) {
        if (given == null) {
            return Map.of();
        }
        if (!(given instanceof Map<?, ?> map)) {
            problem(at, "must be a map of texts");
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        map.forEach((name, value) ->
                text(at + "." + name, value).ifPresent(text -> parameters.put(String.valueOf(name), text)));
        try {
            return Parameters.copyOf(parameters);
        } catch (IllegalArgumentException refused) {
            problem(at, String.valueOf(refused.getMessage()));
            return Map.of();
        }
    }

    /** Numbers and booleans count as what they look like. */
    private Optional<String> text(String at, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return Optional.of(value.toString());
        }
        problem(at, value == null ? "is missing" : "must be a text");
        return Optional.empty();
    }

    private void refuseOthers(String at, Map<?, ?> map, Set<String> known) {
        map.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> problem(at + "." + name, "is not known"));
    }

    private void problem(String at, String message) {
        problems.add(new Problem(at, message));
    }
}
