package org.jobplatform.runner.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A line of output, or a part of one that is very long. */
final class Piece {

    private final byte[] bytes;
    private final boolean begins;
    private final boolean ends;
    private final boolean lineFeed;

    /**
     * A piece.
     *
     * @param bytes without the line feed; not to be changed any more
     * @param begins whether the line begins here
     * @param ends whether the line ends here
     * @param lineFeed whether a line feed follows; the last line may do without
     */
    Piece(byte[] bytes, boolean begins, boolean ends, boolean lineFeed) {
        this.bytes = bytes;
        this.begins = begins;
        this.ends = ends;
        this.lineFeed = lineFeed;
    }

    boolean begins() {
        return begins;
    }

    boolean ends() {
        return ends;
    }

    /** The number of bytes that {@link #writeTo} writes. */
    int size() {
        return bytes.length + (lineFeed ? 1 : 0);
    }

    /** Whether this is a whole line that begins with two colons. */
    boolean looksLikeReport() {
        return begins && ends && bytes.length > 2 && bytes[0] == ':' && bytes[1] == ':';
    }

    /** The text without a carriage return at its end; what is not UTF-8, and NUL, becomes U+FFFD. */
    String text() {
        String text = new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return ends && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Writes exactly what was read. */
    void writeTo(OutputStream output) throws IOException {
        output.write(bytes);
        if (lineFeed) {
            output.write('\n');
        }
    }
}
