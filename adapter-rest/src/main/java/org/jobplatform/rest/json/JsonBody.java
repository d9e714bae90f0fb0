package org.jobplatform.rest.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads request bodies under one dialect's rules: UTF-8 (a byte order mark is skipped), exactly one JSON object. */
public final class JsonBody {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

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
        String text = decode(body);
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

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw new InvalidBody("the body is not valid UTF-8");
        }
    }
}
