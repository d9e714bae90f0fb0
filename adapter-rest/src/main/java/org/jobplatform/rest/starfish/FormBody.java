package org.jobplatform.rest.starfish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.Utf8Text;

/** Reads {@code application/x-www-form-urlencoded}: every field is text, and none may be named twice. */
final class FormBody {
    private static final int MOST_FIELDS = 1_000;

    private FormBody() {}

    /** The fields of a form. @throws InvalidBody when it is not properly encoded, names a field twice, or has too many */
    static ObjectNode read(byte[] body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : Utf8Text.decode(body).split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (fields.has(name)) {
                throw new InvalidBody("the form names a field twice");
            }
            if (fields.size() == MOST_FIELDS) {
                throw new InvalidBody("the form has more than " + MOST_FIELDS + " fields");
            }
            fields.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decode(String encoded) {
        byte[] text = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length);
        for (int at = 0; at < text.length; at++) {
            switch (text[at]) {
                case '+' -> bytes.write(' ');
                case '%' -> {
                    bytes.write(escaped(text, at));
                    at += 2;
                }
                default -> bytes.write(text[at]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new InvalidBody("the form is not valid UTF-8");
        }
    }

    private static int escaped(byte[] text, int at) {
        if (at + 2 >= text.length || !HexFormat.isHexDigit(text[at + 1]) || !HexFormat.isHexDigit(text[at + 2])) {
            throw new InvalidBody("the form has an escape that is not complete");
        }
        return HexFormat.fromHexDigit(text[at + 1]) << 4 | HexFormat.fromHexDigit(text[at + 2]);
    }
}
