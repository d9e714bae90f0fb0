package org.jobplatform.rest.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads request bodies under one dialect's rules: UTF-8 (a byte order mark is skipped), exactly one JSON object. */
public final class JsonBody {
    private final JsonRules rules;
    private final JsonMapper mapper;

    /** A reader that may be kept and shared. */
    public JsonBody(JsonRules rules) {
        this.rules = rules;
        this.mapper = StrictJson.mapper(rules);
    }

    /**
     * The members of the one object in these bytes.
     *
     * @throws InvalidBody when they are empty, not UTF-8, not JSON, or something else than an object
     */
    public JsonFields read(byte[] body) {
        String text = Utf8Text.decode(body);
        if (text.isBlank()) {
            throw new InvalidBody("the body is empty, a JSON object is expected");
        }
        try {
            JsonNode tree = mapper.readTree(text);
            if (!(tree instanceof ObjectNode object)) {
                throw new InvalidBody("the body must be a JSON object");
            }
            return JsonFields.of(object, rules);
        } catch (JacksonException malformed) {
            throw JsonFaults.describe(malformed);
        }
    }
}
