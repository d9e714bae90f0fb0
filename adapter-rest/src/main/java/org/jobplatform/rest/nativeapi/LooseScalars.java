package org.jobplatform.rest.nativeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Pattern;

/** Gives the scalars of a document whose format has no firm types those that its fields want. Knows no settings of runners. */
final class LooseScalars {
    private static final List<String> TEXTS =
            List.of("id", "federatedId", "project", "name", "type", "description", "runner", "timeout", "onLost");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private LooseScalars() {}

    static ObjectNode firm(ObjectNode document) {
        ObjectNode firm = document.deepCopy();
        TEXTS.forEach(name -> toText(firm, name));
        if (firm.get("parameters") instanceof ObjectNode parameters) {
            List.copyOf(parameters.properties()).forEach(parameter -> toText(parameters, parameter.getKey()));
        }
        if (firm.get("concurrency") instanceof ObjectNode concurrency) {
            toNumber(concurrency, "limit");
            toText(concurrency, "whenFull");
        }
        if (firm.get("retry") instanceof ObjectNode retry) {
            toNumber(retry, "attempts");
            toText(retry, "backoff");
        }
        return firm;
    }

    private static void toText(ObjectNode object, String name) {
        JsonNode node = object.get(name);
        if (node != null && (node.isNumber() || node.isBoolean())) {
            object.set(name, TextNode.valueOf(node.asText()));
        }
    }

    private static void toNumber(ObjectNode object, String name) {
        JsonNode node = object.get(name);
        if (node != null && node.isTextual() && WHOLE.matcher(node.textValue()).matches()) {
            object.set(name, LongNode.valueOf(Long.parseLong(node.textValue())));
        }
    }
}
