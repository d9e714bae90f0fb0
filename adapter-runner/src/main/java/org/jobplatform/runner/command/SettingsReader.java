package org.jobplatform.runner.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.Problem;
import org.jspecify.annotations.Nullable;

/** Reads one level of a settings tree and notes each problem under the path of its field. */
final class SettingsReader {

    private final String path;
    private final Map<?, ?> tree;
    private final List<Problem> problems;

    SettingsReader(String path, Map<?, ?> tree, List<Problem> problems) {
        this.path = path;
        this.tree = tree;
        this.problems = problems;
    }

    void problem(String field, String message) {
        problems.add(new Problem(path + "." + field, message));
    }

    void refuseOthersThan(List<String> known) {
        for (Object name : tree.keySet()) {
            if (!(name instanceof String text) || !known.contains(text)) {
                problem(String.valueOf(name), "is not known; known are " + String.join(", ", known));
            }
        }
    }

    boolean has(String field) {
        return tree.containsKey(field);
    }

    Optional<String> text(String field) {
        return has(field) ? scalar(field, tree.get(field)) : Optional.empty();
    }

    boolean flag(String field) {
        Object value = tree.get(field);
        if (!has(field) || value instanceof Boolean || "true".equals(value) || "false".equals(value)) {
            return Boolean.TRUE.equals(value) || "true".equals(value);
        }
        problem(field, "must be true or false");
        return false;
    }

    /** A list of at least one text; empty only with a problem. */
    List<String> texts(String field) {
        if (!(tree.get(field) instanceof List<?> list) || list.isEmpty()) {
            problem(field, has(field) ? "must be a list of at least one text" : "is missing");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            texts.add(scalar(field + "[" + index + "]", list.get(index)).orElse(""));
        }
        return texts;
    }

    Map<String, String> textMap(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (tree.get(field) instanceof Map<?, ?> map) {
            map.forEach((name, value) ->
                    scalar(field + "." + name, value).ifPresent(text -> texts.put(String.valueOf(name), text)));
        } else if (has(field)) {
            problem(field, "must be a map of texts");
        }
        return texts;
    }

    Optional<SettingsReader> map(String field) {
        if (tree.get(field) instanceof Map<?, ?> map) {
            return Optional.of(new SettingsReader(path + "." + field, map, problems));
        }
        if (has(field)) {
            problem(field, "must be a map");
        }
        return Optional.empty();
    }

    /** Numbers and booleans count as what they look like: {@code [sleep, 5]} is what everybody writes. */
    private Optional<String> scalar(String field, @Nullable Object value) {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            problem(field, "must be a text");
            return Optional.empty();
        }
        String text = value.toString();
        if (text.indexOf('\0') >= 0) {
            problem(field, "must not hold a NUL character");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
