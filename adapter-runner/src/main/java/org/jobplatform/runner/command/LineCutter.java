package org.jobplatform.runner.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Cuts a stream of bytes into lines, and very long lines into pieces, so that no output fills the memory. */
final class LineCutter {

    /** Takes the pieces in their order. */
    interface Sink {
        /** Takes the next piece. Throws {@link IOException} when it cannot be kept. */
        void take(Piece piece) throws IOException;
    }

    /** Longest piece, in bytes. */
    static final int LIMIT = 16 * 1024;

    private final Sink sink;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean begins = true;

    LineCutter(Sink sink) {
        this.sink = sink;
    }

    void feed(byte[] bytes, int length) throws IOException {
        int from = 0;
        for (int index = 0; index < length; index++) {
            if (bytes[index] == '\n') {
                pending.write(bytes, from, index - from);
                pass(true, true);
                from = index + 1;
            } else if (pending.size() + index + 1 - from == LIMIT) {
                pending.write(bytes, from, index + 1 - from);
                pass(false, false);
                from = index + 1;
            }
        }
        pending.write(bytes, from, length - from);
    }

    /** Passes on what came after the last line feed. */
    void end() throws IOException {
        if (pending.size() > 0 || !begins) {
            pass(true, false);
        }
    }

    private void pass(boolean ends, boolean lineFeed) throws IOException {
        Piece piece = new Piece(pending.toByteArray(), begins, ends, lineFeed);
        pending.reset();
        begins = ends;
        sink.take(piece);
    }
}
