package org.jobplatform.rest.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The schemas of records, each once under a name. What may be null is left out of an answer, and so not required. */
final class Schemas {
    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, List<String>> choices;

    /** @param choices the texts that a member may be, by {@code Schema.member} */
    Schemas(Map<String, List<String>> choices) {
        this.choices = choices;
    }

    /** All of them by name. */
    Map<String, ObjectNode> named() {
        return named;
    }

    /** Puts in a schema made elsewhere. */
    ObjectNode add(String name, ObjectNode schema) {
        named.putIfAbsent(name, schema);
        return reference(name);
    }

    ObjectNode of(Type type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof ParameterizedType generic) {
            return generic(schema, generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return schema;
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isEnum()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            for (Object value : plain.getEnumConstants()) {
                values.add(((Enum<?>) value).name());
            }
            return schema;
        }
        return scalar(schema, plain);
    }

    private static ObjectNode scalar(ObjectNode schema, Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> schema.put("type", "string");
            case "int", "java.lang.Integer" -> schema.put("type", "integer").put("format", "int32");
            case "long", "java.lang.Long" -> schema.put("type", "integer").put("format", "int64");
            case "double", "java.lang.Double" -> schema.put("type", "number").put("format", "double");
            case "boolean", "java.lang.Boolean" -> schema.put("type", "boolean");
            default ->
                type == Instant.class
                        ? schema.put("type", "string").put("format", "date-time")
                        : type == Duration.class ? schema.put("type", "string").put("format", "duration") : schema;
        };
    }

    private ObjectNode generic(ObjectNode schema, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array").set("items", of(arguments[0]));
        } else if (Map.class.isAssignableFrom(raw)) {
            schema.put("type", "object").set("additionalProperties", of(arguments[1]));
        }
        return schema;
    }

    private ObjectNode record(Class<?> type) {
        String name = name(type);
        if (!named.containsKey(name)) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
            named.put(name, schema);
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = JsonNodeFactory.instance.arrayNode();
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
                    schema.put("additionalProperties", true);
                } else {
                    member(name, component, properties, required);
                }
            }
            if (!required.isEmpty()) {
                schema.set("required", required);
            }
        }
        return reference(name);
    }

    private void member(String schema, RecordComponent component, ObjectNode properties, ArrayNode required) {
        ObjectNode member = of(component.getGenericType());
        List<String> values = choices.get(schema + "." + component.getName());
        if (values != null) {
            ArrayNode texts = member.putArray("enum");
            values.forEach(texts::add);
        }
        properties.set(component.getName(), member);
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            required.add(component.getName());
        }
    }

    /** {@code RunResponse} is a Run, and {@code RunResponse.Rows} are RunRows. */
    private static String name(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        String own = type.getSimpleName().replaceFirst("Response$", "");
        if (enclosing == null || !enclosing.isRecord()) {
            return own;
        }
        String outer = name(enclosing);
        return own.startsWith(outer) ? own : outer + own;
    }

    static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }
}
