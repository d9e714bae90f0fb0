package org.jobplatform.rest.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON document without repeating any of it: it may hold a secret. */
public final class JsonFaults {
    private JsonFaults() {}

    /** The fault in words for the caller, with the place where it was found. */
    public static InvalidBody describe(JacksonException fault) {
        return switch (fault) {
            case StreamConstraintsException ignored ->
                new InvalidBody("the JSON exceeds a limit: depth " + StrictJson.MAX_DEPTH + ", text "
                        + StrictJson.MAX_TEXT + " characters, name 256, number 32 digits, 10000 tokens");
            case UnrecognizedPropertyException unknown -> field(unknown, "is not known");
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> field(mismatch, "has the wrong type");
            case JsonEOFException ignored -> new InvalidBody("the JSON ends too early");
            default -> new InvalidBody(words(fault) + place(fault.getLocation()));
        };
    }

    private static String words(JacksonException fault) {
        String message = fault.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate")) {
            return "the JSON names a field twice";
        }
        if (message != null && message.startsWith("Trailing token")) {
            return "the body goes on after the JSON document";
        }
        return "the body is not valid JSON";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static InvalidBody field(JsonMappingException fault, String message) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return new InvalidBody(List.of(new FieldProblem(path.toString(), message)));
    }
}
