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
        text.lines().forEach(line -> addLine(severity, line));
        if (length >= FULL) {
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
        if (lines.isEmpty()) {
            return true;
        }
        try {
            log.append(run, lines);
        } catch (StorageUnavailable unavailable) {
            return false;
        }
        lines = new ArrayList<>();
        length = 0;
        if (dropped > 0) {
            String notice = dropped + " lines were dropped while the store was unavailable";
            dropped = 0;
            addLine(LogSeverity.WARNING, notice);
        }
        return true;
    }
}
