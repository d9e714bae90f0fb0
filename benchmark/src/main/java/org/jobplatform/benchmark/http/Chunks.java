package org.jobplatform.benchmark.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The chunked transfer coding. */
final class Chunks {
    private Chunks() {}

    /** The text of complete chunks in these bytes. */
    static String join(byte[] bytes, int from, int to) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(to - from);
        int at = from;
        while (true) {
            int size = 0;
            for (; bytes[at] != '\r' && bytes[at] != ';'; at++) {
                size = size * 16 + Character.digit(bytes[at], 16);
            }
            if (size == 0) {
                return text.toString(StandardCharsets.UTF_8);
            }
            while (bytes[at] != '\n') {
                at++;
            }
            text.write(bytes, at + 1, size);
            at += 1 + size + "\r\n".length();
        }
    }
}
