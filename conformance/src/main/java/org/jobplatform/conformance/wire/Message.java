package org.jobplatform.conformance.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request or an answer as it came.
 *
 * @param startLine the request line or the status line
 * @param headers as they were written, one a line
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares messages.
public record Message(String startLine, List<String> headers, byte[] body) {
    private static final int LONGEST_LINE = 65_536;

    /** Reads a whole message. @throws IOException when it ends before it is whole, or is no message */
    static Message read(InputStream in, boolean bodyExpected) throws IOException {
        String start = line(in);
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        Message head = new Message(start, headers, new byte[0]);
        return bodyExpected ? new Message(start, headers, head.readBody(in)) : head;
    }

    /** This head of an answer with the body that follows it. */
    Message withBody(InputStream in, boolean toHead) throws IOException {
        boolean none = toHead || status() == 204 || status() == 304;
        return none ? this : new Message(startLine, headers, readBody(in));
    }

    private byte[] readBody(InputStream in) throws IOException {
        if (values("Transfer-Encoding").contains("chunked")) {
            return chunks(in);
        }
        List<String> length = values("Content-Length");
        if (!length.isEmpty()) {
            int size = Integer.parseInt(length.getFirst());
            byte[] body = in.readNBytes(size);
            if (body.length < size) {
                throw new EOFException("the body ends after " + body.length + " of " + size + " bytes");
            }
            return body;
        }
        return startLine.startsWith("HTTP/") ? in.readAllBytes() : new byte[0];
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(line(in)); size > 0; size = size(line(in))) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        while (!line(in).isEmpty()) {
            // Fields that follow the body say nothing here.
        }
        return body.toByteArray();
    }

    private static int size(String line) {
        return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("the connection ended in the middle of a message");
            }
            line.write(next);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The values of the fields of this name, in any case. */
    public List<String> values(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }

    /** The status of an answer; 0 when it has none. */
    public int status() {
        String[] words = startLine.split(" ", 3);
        return words.length > 1 && words[1].matches("[0-9]{3}") ? Integer.parseInt(words[1]) : 0;
    }

    /** The body as text. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** All of it, as a person wants to read it. */
    @Override
    public String toString() {
        return startLine + "\n" + String.join("\n", headers) + "\n\n" + text();
    }
}
