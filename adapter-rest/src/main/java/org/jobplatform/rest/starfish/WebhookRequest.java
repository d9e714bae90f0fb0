package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;
import org.jobplatform.rest.json.Utf8Text;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RefusedRequest;

/**
 * A start whose query names the job, and whose whole body is the argument.
 *
 * @param argument empty when there is no body
 */
record WebhookRequest(JobAddress job, Optional<String> argument) {
    /** Longest body, in bytes. */
    static final int LONGEST = RunRequest.MAXIMUM_ARGUMENT;

    /**
     * Reads the request. The names of the query are taken in any case.
     *
     * @throws InvalidBody with every problem of the query, or when the body is not text
     * @throws RefusedRequest when the body is too long
     */
    static WebhookRequest from(MultivaluedMap<String, String> query, byte[] body) {
        JsonFields fields = JsonFields.of(members(query), JsonRules.TEXTUAL);
        JobAddress job = new JobAddress(
                fields.requiredName("projectid", JobAddress.LONGEST), fields.requiredName("jobid", JobAddress.LONGEST));
        fields.optionalName("instance", StartRequest.LONGEST_INSTANCE);
        fields.check();
        return new WebhookRequest(job, argument(body));
    }

    StartOptions options() {
        StartOptions defaults = StartOptions.DEFAULT;
        return new StartOptions(
                Map.of(),
                argument,
                defaults.rows(),
                defaults.threads(),
                LoggingLevel.NONE,
                defaults.priority(),
                Optional.empty());
    }

    private static ObjectNode members(MultivaluedMap<String, String> query) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        query.forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            Set<String> different = new HashSet<>(values);
            if (members.has(key)) {
                different.add(members.get(key).textValue());
            }
            if (different.size() > 1) {
                throw new InvalidBody(List.of(
                        new FieldProblem("the query", "gives a parameter several times with different values")));
            }
            members.put(key, values.getFirst());
        });
        return members;
    }

    private static Optional<String> argument(byte[] body) {
        if (body.length > LONGEST) {
            throw new RefusedRequest(Refusal.of(413, "The body is larger than " + LONGEST + " bytes."));
        }
        String text = Utf8Text.decode(body);
        if (text.indexOf('\0') >= 0) {
            throw new InvalidBody("the body holds a character that cannot be stored");
        }
        return Optional.of(text).filter(argument -> !argument.isEmpty());
    }
}
