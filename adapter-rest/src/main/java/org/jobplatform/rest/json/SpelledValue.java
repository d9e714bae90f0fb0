package org.jobplatform.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The value that a text spells; the text itself when it spells none. */
final class SpelledValue {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,32}");

    private SpelledValue() {}

    static JsonNode truth(JsonNode text) {
        return switch (bare(text)) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            default -> text;
        };
    }

    static JsonNode number(JsonNode text) {
        String digits = bare(text);
        return WHOLE_NUMBER.matcher(digits).matches() ? BigIntegerNode.valueOf(new BigInteger(digits)) : text;
    }

    static JsonNode object(JsonNode text) {
        return bare(text).isEmpty() ? JsonNodeFactory.instance.objectNode() : text;
    }

    /** Without the white space that XML lets stand around a value. */
    private static String bare(JsonNode text) {
        return text.textValue().strip();
    }
}
