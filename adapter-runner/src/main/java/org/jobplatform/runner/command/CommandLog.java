package org.jobplatform.runner.command;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.domain.run.LogSeverity;

/** The log of one attempt, up to a size; remembers the last line that tells of an error. */
final class CommandLog {

    /** How much of one attempt's output is kept, in bytes. */
    static final long LIMIT = 64L * 1024 * 1024;

    private static final int LONGEST_ERROR = 1_000;

    private final RunContext context;
    private final long limit;
    private long written;
    private boolean full;
    private String lastError = "";

    CommandLog(RunContext context, long limit) {
        this.context = context;
        this.limit = limit;
    }

    /** Adds a line unless the log is full; says once that it is. */
    synchronized void add(LogSeverity severity, String text) {
        if (severity == LogSeverity.ERROR && !text.isBlank()) {
            remember(text);
        }
        if (full || !context.run().request().loggingLevel().keeps(severity)) {
            return;
        }
        written += text.getBytes(StandardCharsets.UTF_8).length + 1;
        full = written > limit;
        if (full) {
            context.log(LogSeverity.WARNING, "the output is longer than " + limit + " bytes; the rest is not kept");
        } else {
            context.log(severity, text);
        }
    }

    /** Adds a line of standard error. */
    void addError(Piece piece) {
        if (piece.begins()) {
            String text = shown(piece);
            if (!text.isBlank()) {
                remember(text);
            }
            add(LogSeverity.WARNING, text);
        }
    }

    /** Adds a line of standard output. */
    void addOutput(Piece piece) {
        if (piece.begins()) {
            add(LogSeverity.INFO, shown(piece));
        }
    }

    synchronized Optional<String> lastError() {
        return Optional.of(lastError).filter(text -> !text.isEmpty());
    }

    private synchronized void remember(String text) {
        String line = text.strip();
        lastError = line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR) + "...";
    }

    private static String shown(Piece piece) {
        return piece.ends() ? piece.text() : piece.text() + " [line cut after " + LineCutter.LIMIT + " bytes]";
    }
}
