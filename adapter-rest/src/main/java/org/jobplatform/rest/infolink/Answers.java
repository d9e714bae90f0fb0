package org.jobplatform.rest.infolink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;

/** Answers of success: a result in the envelope that every answer of this dialect has. Results are sent while they are read. */
final class Answers {
    // A text that ends early must not look complete.
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT, StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Answers() {}

    /** Writes the members of the result. */
    @FunctionalInterface
    private interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static Response started(String jobId) {
        return success(json -> json.writeStringField("jobId", jobId));
    }

    static Response stop(String status) {
        return success(json -> json.writeStringField("status", status));
    }

    static Response results(ResultSets.Found found) {
        return success(json -> writeResults(json, found));
    }

    static Response status(String status, ResultSets.Found found) {
        return success(json -> {
            json.writeStringField("status", status);
            writeResults(json, found);
        });
    }

    private static void writeResults(JsonGenerator json, ResultSets.Found found) throws IOException {
        json.writeFieldName("results");
        found.writeTo(json);
    }

    private static Response success(Members members) {
        StreamingOutput body = output -> {
            try (JsonGenerator json = JSON.createGenerator(output)) {
                json.writeStartObject();
                json.writeStringField("status", "success");
                json.writeObjectFieldStart("result");
                members.writeTo(json);
                json.writeEndObject();
                json.writeEndObject();
            }
        };
        return Response.ok(body).build();
    }
}
