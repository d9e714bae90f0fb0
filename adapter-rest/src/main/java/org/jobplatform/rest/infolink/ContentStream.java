package org.jobplatform.rest.infolink;

import java.io.InputStream;
import java.util.Objects;
import org.jobplatform.rest.http.Download;

/** The bytes of a source from its beginning to its end, fetched in pieces. */
final class ContentStream extends InputStream {
    private static final int PIECE = 64 * 1024;

    private final Download.Source source;
    private long offset;
    private byte[] piece = new byte[0];
    private int at;

    ContentStream(Download.Source source) {
        this.source = source;
    }

    @Override
    public int read() {
        return fetch() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fetch()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, from, count);
        at += count;
        return count;
    }

    private boolean fetch() {
        if (at == piece.length) {
            piece = source.read(offset, PIECE);
            offset += piece.length;
            at = 0;
        }
        return piece.length > 0;
    }
}
