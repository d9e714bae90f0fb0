package org.jobplatform.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The schema of an object that a reader of fields takes, put together field by field. */
public final class Shape {
    private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
    private final ArrayNode required = JsonNodeFactory.instance.arrayNode();
    private boolean open;

    /** An object without fields; what is not declared is refused. */
    public Shape() {}

    /** A text of at most so many characters. */
    public Shape text(String name, int maxLength, String description) {
        field(name, "string", description).put("maxLength", maxLength);
        return this;
    }

    /** A text in a form that the description tells. */
    public Shape text(String name, String description) {
        field(name, "string", description);
        return this;
    }

    /** One of these texts. */
    public Shape choice(String name, List<String> values, String description) {
        ArrayNode choices = field(name, "string", description).putArray("enum");
        values.forEach(choices::add);
        return this;
    }

    /** A whole number between the bounds, both included. */
    public Shape integer(String name, long min, long max, String description) {
        field(name, "integer", description).put("minimum", min).put("maximum", max);
        return this;
    }

    /** True or false. */
    public Shape truth(String name, String description) {
        field(name, "boolean", description);
        return this;
    }

    /** Texts by name. */
    public Shape texts(String name, String description) {
        field(name, "object", description).putObject("additionalProperties").put("type", "string");
        return this;
    }

    /** A list of texts. */
    public Shape list(String name, String description) {
        field(name, "array", description).putObject("items").put("type", "string");
        return this;
    }

    /** An object within this one. */
    public Shape object(String name, Shape shape, String description) {
        properties.set(name, shape.schema().put("description", description));
        return this;
    }

    /** What the server adds to its answers, and passes over in requests. */
    public Shape readOnly(String... names) {
        for (String name : names) {
            properties.putObject(name).put("readOnly", true);
        }
        return this;
    }

    /** These fields must be there. */
    public Shape required(String... names) {
        for (String name : names) {
            required.add(name);
        }
        return this;
    }

    /** Further fields may be there. */
    public Shape open() {
        open = true;
        return this;
    }

    private ObjectNode field(String name, String type, String description) {
        return properties.putObject(name).put("type", type).put("description", description);
    }

    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("properties", properties.deepCopy());
        if (!required.isEmpty()) {
            schema.set("required", required.deepCopy());
        }
        return schema.put("additionalProperties", open);
    }
}
