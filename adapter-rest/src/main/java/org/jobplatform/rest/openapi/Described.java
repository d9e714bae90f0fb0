package org.jobplatform.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the code of an operation does not say of it. */
public final class Described {
    final String summary;
    final List<ObjectNode> parameters = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    Optional<Body> body = Optional.empty();

    /**
     * A request's body.
     *
     * @param name what its schema is called
     * @param example as JSON; empty for none
     */
    record Body(String name, Shape shape, String example) {}

    /**
     * One answer.
     *
     * @param list the member under which there is a list of these, a page of it; empty when the answer is the record itself
     * @param mediaType empty when it is JSON
     */
    record Answer(int status, String text, Optional<Class<?>> type, String list, String mediaType) {}

    /** @param summary in a few words, without a full stop */
    public Described(String summary) {
        this.summary = summary;
    }

    /** A text in the query. */
    public Described query(String name, String description) {
        parameter("query", name, description).putObject("schema").put("type", "string");
        return this;
    }

    /** A whole number in the query. */
    public Described query(String name, long min, long max, String description) {
        parameter("query", name, description)
                .putObject("schema")
                .put("type", "integer")
                .put("minimum", min)
                .put("maximum", max);
        return this;
    }

    /** One of these texts in the query. */
    public Described query(String name, List<String> values, String description) {
        ArrayNode choices = parameter("query", name, description)
                .putObject("schema")
                .put("type", "string")
                .putArray("enum");
        values.forEach(choices::add);
        return this;
    }

    /** A field of the request's header. */
    public Described header(String name, String description) {
        parameter("header", name, description).putObject("schema").put("type", "string");
        return this;
    }

    /** The request's body. */
    public Described body(String name, Shape shape, String example) {
        body = Optional.of(new Body(name, shape, example));
        return this;
    }

    /** An answer that is this record. */
    public Described answer(int status, String text, Class<?> type) {
        answers.add(new Answer(status, text, Optional.of(type), "", ""));
        return this;
    }

    /** An answer with a list of these records in this member, and where its next page begins. */
    public Described list(String member, Class<?> type) {
        answers.add(new Answer(200, "One page", Optional.of(type), member, ""));
        return this;
    }

    /** An answer of another media type than JSON. */
    public Described bytes(int status, String text, String mediaType) {
        answers.add(new Answer(status, text, Optional.empty(), "", mediaType));
        return this;
    }

    /** An answer without a body; a status from 400 on has problem details. */
    public Described answer(int status, String text) {
        answers.add(new Answer(status, text, Optional.empty(), "", ""));
        return this;
    }

    private ObjectNode parameter(String in, String name, String description) {
        ObjectNode parameter = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in", in)
                .put("description", description);
        parameters.add(parameter);
        return parameter;
    }
}
