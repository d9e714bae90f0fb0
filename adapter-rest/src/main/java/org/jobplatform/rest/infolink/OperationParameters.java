package org.jobplatform.rest.infolink;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.Parameters;
import org.jobplatform.rest.json.JsonFields;

/**
 * Parameters of a run as JSON gives them: a text as it is, a number as its digits without an exponent, a boolean as
 * {@code true} or {@code false}; one that is null counts as absent. Objects and arrays are refused: a job takes text.
 */
final class OperationParameters {
    private OperationParameters() {}

    /** Those of a member, which may be absent; what is wrong with them is noted. */
    static Map<String, String> read(JsonFields fields, String member) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.optionalObject(member)
                .ifPresent(given -> given.names()
                        .forEach(name -> given.node(name)
                                .flatMap(node -> text(given, name, node))
                                .ifPresent(text -> values.put(name, text))));
        try {
            return Parameters.copyOf(values);
        } catch (IllegalArgumentException refused) {
            fields.problem(member, String.valueOf(refused.getMessage()));
            return Map.of();
        }
    }

    private static Optional<String> text(JsonFields given, String name, JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> given.optionalText(name, Parameters.MAXIMUM_LENGTH);
            case BOOLEAN -> Optional.of(node.asText());
            case NUMBER -> number(given, name, node);
            case ARRAY, OBJECT, BINARY, POJO, NULL, MISSING -> {
                given.problem(name, "must be text, a number or a boolean");
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> number(JsonFields given, String name, JsonNode node) {
        if (node.isIntegralNumber()) {
            return Optional.of(node.asText());
        }
        if (Double.isFinite(node.doubleValue())) {
            return Optional.of(BigDecimal.valueOf(node.doubleValue()).toPlainString());
        }
        given.problem(name, "is too large");
        return Optional.empty();
    }
}
