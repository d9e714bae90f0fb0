package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.rest.json.JsonFields;

/** Turns the settings of a job's runner from JSON into the tree that the core keeps. Members that are null are left out. */
final class SettingsTree {
    private final JsonFields document;

    private SettingsTree(JsonFields document) {
        this.document = document;
    }

    /** The runner with the settings that the document has under its name; empty when they cannot be taken. */
    static Optional<RunnerConfiguration> read(JsonFields document, String kind) {
        Optional<JsonNode> node = document.node(kind);
        if (node.isPresent() && !(node.get() instanceof ObjectNode)) {
            document.problem(kind, "must be an object");
            return Optional.empty();
        }
        Map<String, Object> settings =
                node.map(found -> new SettingsTree(document).map(found, kind)).orElseGet(Map::of);
        try {
            return Optional.of(new RunnerConfiguration(kind, settings));
        } catch (IllegalArgumentException refused) {
            document.problem(kind, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private Map<String, Object> map(JsonNode node, String path) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                String at = path + "." + member.getKey();
                map.put(text(member.getKey(), path), value(member.getValue(), at));
            }
        });
        return map;
    }

    private List<Object> list(JsonNode node, String path) {
        List<Object> list = new ArrayList<>();
        for (JsonNode element : node) {
            list.add(value(element, path + "[" + list.size() + "]"));
        }
        return list;
    }

    private Object value(JsonNode node, String path) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node, path);
            case ARRAY -> list(node, path);
            case STRING -> text(node.textValue(), path);
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node, path);
            case NULL, BINARY, POJO, MISSING -> refused(path, "must not be null");
        };
    }

    private Object number(JsonNode node, String path) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? node.longValue() : refused(path, "is too large");
        }
        return Double.isFinite(node.doubleValue()) ? node.doubleValue() : refused(path, "is too large");
    }

    private String text(String text, String path) {
        boolean storable = text.codePoints()
                .allMatch(character -> character != 0 && Character.getType(character) != Character.SURROGATE);
        return storable ? text : refused(path, "holds a character that cannot be stored");
    }

    private String refused(String path, String message) {
        document.problem(path, message);
        return "";
    }
}
