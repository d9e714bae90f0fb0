package org.jobplatform.rest.infolink;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies result sets from one JSON text to another, piece by piece, as long as they have the right shape. */
final class ResultSetCopy {
    private final JsonParser from;
    private final JsonGenerator to;
    private final boolean schema;

    /** @param schema copies the columns too */
    ResultSetCopy(JsonParser from, JsonGenerator to, boolean schema) {
        this.from = from;
        this.to = to;
        this.schema = schema;
    }

    /** Copies a whole document. @throws StreamReadException when it is no list of result sets */
    void copy() throws IOException {
        require(from.nextToken(), JsonToken.START_ARRAY);
        to.writeStartArray();
        while (from.nextToken() == JsonToken.START_OBJECT) {
            copySet();
        }
        require(from.currentToken(), JsonToken.END_ARRAY);
        to.writeEndArray();
        if (from.nextToken() != null) {
            throw otherShape();
        }
    }

    private void copySet() throws IOException {
        Set<String> seen = new HashSet<>();
        to.writeStartObject();
        while (from.nextToken() == JsonToken.FIELD_NAME) {
            String member = from.currentName();
            seen.add(member);
            to.writeFieldName(member);
            switch (member) {
                case "name" -> {
                    require(from.nextToken(), JsonToken.VALUE_STRING);
                    to.copyCurrentEvent(from);
                }
                case "result" -> {
                    require(from.nextToken(), JsonToken.START_OBJECT);
                    copyResult();
                }
                default -> throw otherShape();
            }
        }
        to.writeEndObject();
        require(seen, Set.of("name", "result"));
    }

    private void copyResult() throws IOException {
        Set<String> seen = new HashSet<>();
        to.writeStartObject();
        while (from.nextToken() == JsonToken.FIELD_NAME) {
            String member = from.currentName();
            seen.add(member);
            require(from.nextToken(), JsonToken.START_ARRAY);
            switch (member) {
                case "records" -> copyObjects(member);
                case "schema" -> {
                    if (schema) {
                        copyObjects(member);
                    } else {
                        from.skipChildren();
                    }
                }
                default -> throw otherShape();
            }
        }
        to.writeEndObject();
        require(seen, Set.of("schema", "records"));
    }

    private void copyObjects(String member) throws IOException {
        to.writeArrayFieldStart(member);
        while (from.nextToken() == JsonToken.START_OBJECT) {
            to.copyCurrentStructureExact(from);
        }
        require(from.currentToken(), JsonToken.END_ARRAY);
        to.writeEndArray();
    }

    private void require(@Nullable Object found, Object wanted) throws StreamReadException {
        if (!wanted.equals(found)) {
            throw otherShape();
        }
    }

    private StreamReadException otherShape() {
        return new JsonParseException(from, "not the shape of result sets");
    }
}
