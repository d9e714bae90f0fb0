package org.jobplatform.conformance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.jobplatform.conformance.script.BadScript;
import org.jobplatform.conformance.script.Template;
import org.jobplatform.conformance.script.Variables;

/**
 * A request that a server takes, until something in it is spoiled.
 *
 * @param headers one a line, without Host and Content-Length, which are put in at the end
 * @param fields what there is to spoil in it, each with its kind: a path of names in a JSON body, or a parameter of the query
 */
record GoodRequest(
        String dialect,
        String name,
        String method,
        String target,
        List<String> headers,
        String body,
        Map<String, String> fields) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = "here something is put in";

    /** The same with this as the value of a field: JSON as it is in a body, text to be escaped in a query. */
    Spoiled withField(String field, byte[] value, Variables variables) {
        String text = new String(value, ISO_8859_1);
        if (body.isEmpty()) {
            String escaped = URLEncoder.encode(new String(value, UTF_8), UTF_8);
            String changed = target.replaceAll("(?<=[?&])" + field + "=[^&]*", field + "=" + escaped);
            return new Spoiled(this, method, changed, headers, new byte[0], "HTTP/1.1");
        }
        String marked = marked(field);
        String filled = new String(Template.of(marked).fill(variables), ISO_8859_1);
        return new Spoiled(
                this,
                method,
                target,
                headers,
                filled.replace('"' + MARK + '"', text).getBytes(ISO_8859_1),
                "HTTP/1.1");
    }

    private String marked(String field) {
        try {
            JsonNode tree = JSON.readTree(body);
            ObjectNode parent = (ObjectNode) tree;
            String[] path = field.split("\\.", -1);
            for (int depth = 0; depth < path.length - 1; depth++) {
                parent = parent.withObjectProperty(path[depth]);
            }
            parent.put(path[path.length - 1], MARK);
            return tree.toString();
        } catch (IOException bad) {
            throw new BadScript(dialect + " " + name + " has no JSON body");
        }
    }

    Spoiled withBody(byte[] changed) {
        return new Spoiled(this, method, target, headers, changed, "HTTP/1.1");
    }

    Spoiled with(
            String otherMethod, String otherTarget, List<String> otherHeaders, String protocol, Variables variables) {
        return new Spoiled(
                this, otherMethod, otherTarget, otherHeaders, Template.of(body).fill(variables), protocol);
    }

    /** What is sent in the place of a good request. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares requests.
    record Spoiled(
            GoodRequest origin, String method, String target, List<String> headers, byte[] body, String protocol) {

        /** All bytes of it; a header line of the name Host or Content-Length takes the place of the usual one. */
        byte[] bytes(Variables variables) {
            StringBuilder head = new StringBuilder(method + " " + target + " " + protocol + "\r\n");
            if (headers.stream().noneMatch(line -> line.regionMatches(true, 0, "Host:", 0, 5))) {
                head.append("Host: {{host}}\r\n");
            }
            boolean chunked =
                    headers.stream().anyMatch(line -> line.regionMatches(true, 0, "Transfer-Encoding:", 0, 18));
            if (!chunked && (body.length > 0 || method.startsWith("P"))) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            headers.forEach(line -> head.append(line).append("\r\n"));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(Template.of(head + "\r\n").fill(variables));
            if (chunked) {
                bytes.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(UTF_8));
            }
            bytes.writeBytes(body);
            if (chunked) {
                bytes.writeBytes("\r\n0\r\n\r\n".getBytes(UTF_8));
            }
            return bytes.toByteArray();
        }
    }
}
