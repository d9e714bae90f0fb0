package org.jobplatform.benchmark.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One HTTP/1.1 message as it comes in, a request or an answer: complete when its length or its last chunk says so. */
final class Incoming {
    private static final byte[] HEAD_END = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("\r\ncontent-length:");
    private static final byte[] CHUNKED = ascii("\r\ntransfer-encoding: chunked");
    private static final byte[] CLOSE = ascii("\r\nconnection: close");
    private static final byte[] LOCATION = ascii("\r\nlocation: ");

    private byte[] bytes = new byte[4096];
    private int length;
    private int bodyStart = -1;
    private int bodyLength = -1;

    /** Reads what has arrived; false at the end of the stream. */
    boolean readFrom(SocketChannel channel) throws IOException {
        makeRoom();
        int count = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
        length += Math.max(count, 0);
        return count >= 0;
    }

    /** Reads at least one byte, waiting for it. */
    void readFrom(InputStream stream) throws IOException {
        makeRoom();
        int count = stream.read(bytes, length, bytes.length - length);
        if (count < 0) {
            throw new EOFException("the connection was closed before the answer was complete");
        }
        length += count;
    }

    private void makeRoom() {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
    }

    boolean isComplete() {
        if (bodyStart < 0 && !findBody()) {
            return false;
        }
        return bodyLength < 0 ? endsWithLastChunk() : length >= bodyStart + bodyLength;
    }

    private boolean findBody() {
        int end = find(HEAD_END, 0, length);
        if (end < 0) {
            return false;
        }
        bodyStart = end + HEAD_END.length;
        int at = find(LENGTH, 0, bodyStart);
        bodyLength = at >= 0 ? number(at + LENGTH.length) : find(CHUNKED, 0, bodyStart) >= 0 ? -1 : 0;
        return true;
    }

    // A run's text cannot hold these bytes: JSON escapes line ends.
    private boolean endsWithLastChunk() {
        return length - bodyStart >= 5
                && bytes[length - 5] == '0'
                && find(HEAD_END, length - HEAD_END.length, length) >= 0;
    }

    int status() {
        return number("HTTP/1.1 ".length());
    }

    boolean isLast() {
        return find(CLOSE, 0, bodyStart) >= 0;
    }

    /** What stands after the last slash of the Location header, or nothing. */
    String locationName() {
        int at = find(LOCATION, 0, bodyStart);
        if (at < 0) {
            return "";
        }
        int begin = at + LOCATION.length;
        int end = begin;
        for (int i = begin; bytes[i] != '\r'; i++) {
            end = i + 1;
            begin = bytes[i] == '/' ? i + 1 : begin;
        }
        return new String(bytes, begin, end - begin, StandardCharsets.US_ASCII);
    }

    /** The text between this and the next quotation mark, or nothing. */
    String quotedAfter(byte[] prefix) {
        int at = find(prefix, bodyStart, length);
        if (at < 0) {
            return "";
        }
        int begin = at + prefix.length;
        int end = begin;
        while (end < length && bytes[end] != '"') {
            end++;
        }
        return new String(bytes, begin, end - begin, StandardCharsets.US_ASCII);
    }

    String body() {
        return bodyLength < 0
                ? Chunks.join(bytes, bodyStart, length)
                : new String(bytes, bodyStart, bodyLength, StandardCharsets.UTF_8);
    }

    void clear() {
        length = 0;
        bodyStart = -1;
        bodyLength = -1;
    }

    private int number(int from) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        int number = 0;
        for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    /** Where these bytes, letters in lower case, begin. */
    private int find(byte[] wanted, int from, int to) {
        for (int start = Math.max(from, 0); start <= to - wanted.length; start++) {
            int matched = 0;
            while (matched < wanted.length && lower(bytes[start + matched]) == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return start;
            }
        }
        return -1;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
