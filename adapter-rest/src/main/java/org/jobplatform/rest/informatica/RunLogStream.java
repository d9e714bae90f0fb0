package org.jobplatform.rest.informatica;

import java.io.InputStream;
import java.util.Objects;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;

/** The log of a run that has ended, read piece by piece. */
final class RunLogStream extends InputStream {
    private static final int PIECE = 64 * 1024;

    private final RunQueries runs;
    private final Run run;
    private final Principal who;
    private byte[] piece = new byte[0];
    private int used;
    private long offset;

    RunLogStream(RunQueries runs, Run run, Principal who) {
        this.runs = runs;
        this.run = run;
        this.who = who;
    }

    @Override
    public int read() {
        return fill() ? piece[used++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int at, int length) {
        Objects.checkFromIndexSize(at, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - used);
        System.arraycopy(piece, used, target, at, count);
        used += count;
        return count;
    }

    private boolean fill() {
        if (used == piece.length) {
            piece = runs.readLog(run, offset, PIECE, who);
            offset += piece.length;
            used = 0;
        }
        return piece.length > 0;
    }
}
