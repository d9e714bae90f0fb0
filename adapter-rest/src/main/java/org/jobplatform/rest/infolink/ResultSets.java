package org.jobplatform.rest.infolink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import jakarta.ws.rs.core.MediaType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Run;
import org.jobplatform.rest.json.StrictJson;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RefusedRequest;

/**
 * The result sets of runs: JSON content that is a list of {@code {name, result: {schema, records}}}. A run that left
 * something else, or nothing, has none. Content is read twice, first to see whether it has this shape and then into the
 * answer, so that no answer needs memory for its results.
 */
final class ResultSets {
    /** Largest content that is looked at, in bytes. */
    static final int LARGEST = 16 * 1024 * 1024;

    private static final Found NONE = json -> {
        json.writeStartArray();
        json.writeEndArray();
    };

    // The vendor's own sample has a comma too many.
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LARGEST)
                    .maxNestingDepth(StrictJson.MAX_DEPTH)
                    .maxStringLength(1024 * 1024)
                    .maxNameLength(256)
                    .build())
            .build();

    private final RunQueries runs;

    ResultSets(RunQueries runs) {
        this.runs = runs;
    }

    /** Result sets that are known to be whole. */
    @FunctionalInterface
    interface Found {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /**
     * Those of a run; none when it has not ended.
     *
     * @param schema with their columns
     * @throws RefusedRequest when they are larger than an answer of this dialect may be
     */
    Found of(Run run, boolean schema, Principal who) {
        if (run.content().filter(ResultSets::isJson).isEmpty() || !areIn(run, who)) {
            return NONE;
        }
        return json -> {
            try (JsonParser content = open(run, who)) {
                new ResultSetCopy(content, json, schema).copy();
            }
        };
    }

    private boolean areIn(Run run, Principal who) {
        try (JsonParser content = open(run, who);
                JsonGenerator nowhere = JSON.createGenerator(OutputStream.nullOutputStream())) {
            new ResultSetCopy(content, nowhere, true).copy();
            return true;
        } catch (StreamReadException | CharConversionException notJson) {
            return false;
        } catch (StreamConstraintsException exceeded) {
            throw new RefusedRequest(Refusal.of(
                    400,
                    "The results of this jobId are larger than an answer may be: " + LARGEST + " bytes, depth "
                            + StrictJson.MAX_DEPTH + ", values of 1048576 and names of 256 characters."));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private JsonParser open(Run run, Principal who) throws IOException {
        return JSON.createParser(new ContentStream((offset, length) -> runs.readContent(run, offset, length, who)));
    }

    private static boolean isJson(ContentDescription content) {
        MediaType type = MediaType.valueOf(content.mediaType());
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }
}
