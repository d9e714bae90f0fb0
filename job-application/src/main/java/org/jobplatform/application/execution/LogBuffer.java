package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.run.LogLine;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RunId;

/**
 * Collects the lines of one run, so that they are written a handful at a time. A full buffer is written by whoever adds to
 * it, which slows a run that says more than the store can take. While the store is unavailable a bounded number of lines
 * waits for it; what comes beyond is counted and said.
 */
final class LogBuffer {
    private static final int FULL = 65_536;
    private static final int OVERFLOWING = 4 * 1024 * 1024;

    private final RunId run;
    private final LoggingLevel level;
    private final RunLog log;
    private final InstantSource clock;
    private List<LogLine> lines = new ArrayList<>();
    private int length;
    private int flushAt = FULL;
    private long dropped;

    LogBuffer(RunId run, LoggingLevel level, RunLog log, InstantSource clock) {
        this.run = run;
        this.level = level;
        this.log = log;
        this.clock = clock;
    }

    synchronized void add(LogSeverity severity, String text) {
        if (!level.keeps(severity)) {
            return;
        }
        if (text.isEmpty()) {
            addLine(severity, text);
        }
        text.lines().forEach(line -> addLine(severity, line));
        if (length >= flushAt) {
            flush();
        }
    }

    private void addLine(LogSeverity severity, String line) {
        if (length >= OVERFLOWING) {
            dropped++;
            return;
        }
        // PostgreSQL keeps no NUL in a text, and a bare carriage return would end a line for some readers.
        lines.add(new LogLine(
                clock.instant(), severity, line.replace('\0', '\uFFFD').replace('\r', ' ')));
        length += line.length() + 40;
    }

    /** Writes what was collected; keeps it for another time when the store is unavailable. Says whether all is written. */
    synchronized boolean flush() {
        addNotice();
        if (!lines.isEmpty() && !isAppended()) {
            // Not again with the next line: each trial takes as long as the store takes to say no.
            flushAt = length + FULL;
            return false;
        }
        lines = new ArrayList<>();
        length = 0;
        flushAt = FULL;
        return true;
    }

    private void addNotice() {
        if (dropped > 0) {
            String notice = dropped + " lines were dropped while they could not be kept";
            dropped = 0;
            lines.add(new LogLine(clock.instant(), LogSeverity.WARNING, notice));
        }
    }

    private boolean isAppended() {
        try {
            log.append(run, lines);
            return true;
        } catch (StorageUnavailable unavailable) {
            return false;
        } catch (RuntimeException refused) {
            // Lines that the store will never take must not keep their run from ending.
            dropped += lines.size();
            return true;
        }
    }
}
