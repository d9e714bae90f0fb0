package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code run_log}: some bytes of a log, with where they lie and how many line feeds precede and are in them. */
@Entity
@Table(name = "run_log")
@IdClass(LogChunkEntity.Key.class)
class LogChunkEntity {
    /** Most bytes of one row. */
    static final int LARGEST = 65_536;

    @Id
    private String runId;

    @Id
    private long startOffset;

    private int byteCount;
    private long firstLine;
    private int lineCount;
    private byte[] bytes;

    @SuppressWarnings("NullAway.Init")
    LogChunkEntity() {}

    LogChunkEntity(String runId, LogEnd end, byte[] bytes, int lineCount) {
        this.runId = runId;
        this.startOffset = end.offset();
        this.byteCount = bytes.length;
        this.firstLine = end.lines();
        this.lineCount = lineCount;
        this.bytes = bytes;
    }

    long startOffset() {
        return startOffset;
    }

    long firstLine() {
        return firstLine;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The log up to the end of this row. */
    LogEnd end() {
        return new LogEnd(startOffset + byteCount, firstLine + lineCount);
    }

    /** The log up to its end: how long it is, and how many line feeds are in it. */
    record LogEnd(long offset, long lines) {
        static final LogEnd EMPTY = new LogEnd(0, 0);
    }

    /** Identifies a row. */
    record Key(String runId, long startOffset) {}
}
