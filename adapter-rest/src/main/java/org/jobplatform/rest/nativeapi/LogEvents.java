package org.jobplatform.rest.nativeapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jobplatform.domain.run.Run;
import org.jobplatform.rest.http.Download;

/** The lines of a log as events, as they come, until the run has ended. An event's id is the offset behind its line. */
final class LogEvents implements EventSource {
    private static final int PIECE = 64 * 1024;

    private final Supplier<Run> run;
    private final Download.Source log;
    private long offset;
    private int length = PIECE;

    /**
     * @param run the run as it is now
     * @param offset where to begin
     */
    LogEvents(Supplier<Run> run, Download.Source log, long offset) {
        this.run = run;
        this.log = log;
        this.offset = offset;
    }

    @Override
    public Next write(EventWriter events) throws IOException {
        // Looked at before the log: a run ends after its last line is kept.
        Run now = run.get();
        byte[] piece = log.read(offset, length);
        int begin = 0;
        for (int at = 0; at < piece.length; at++) {
            if (piece[at] == '\n') {
                String line = new String(piece, begin, at - begin, StandardCharsets.UTF_8);
                begin = at + 1;
                events.event("line", Long.toString(offset + begin), line);
            }
        }
        offset += begin;
        if (begin > 0) {
            length = PIECE;
            return Next.MORE;
        }
        if (piece.length == length) {
            length *= 2;
            return Next.MORE;
        }
        if (!now.isEnded()) {
            return Next.WAIT;
        }
        events.event("end", position(), now.status().name());
        return Next.END;
    }

    @Override
    public String position() {
        return Long.toString(offset);
    }
}
