package org.jobplatform.callback;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A request as it came over the wire. */
record ReceivedRequest(String line, List<String> fields, String body) {

    static ReceivedRequest read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("after " + head);
            }
            head.append((char) next);
        }
        List<String> lines = List.of(head.toString().strip().split("\r\n"));
        List<String> fields = lines.subList(1, lines.size());
        List<String> length = all(fields, "content-length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length.getFirst()));
        return new ReceivedRequest(lines.getFirst(), fields, new String(body, StandardCharsets.UTF_8));
    }

    /** The values of a header field, whose name is given in lower case. */
    List<String> all(String name) {
        return all(fields, name);
    }

    private static List<String> all(List<String> fields, String name) {
        String prefix = name + ":";
        return fields.stream()
                .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(field -> field.substring(prefix.length()).strip())
                .toList();
    }
}
