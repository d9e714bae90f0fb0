package org.jobplatform.application.port;

import java.util.List;
import org.jobplatform.domain.run.LogLine;
import org.jobplatform.domain.run.RunId;

/**
 * The log of each run: a growing text in UTF-8, a line as {@link LogLine#format} writes it, each followed by a line feed.
 * A run that said nothing has an empty log.
 */
public interface RunLog {
    /** Adds lines at the end, durably and in their order. */
    void append(RunId run, List<LogLine> lines);

    /** The length of the log in bytes. */
    long size(RunId run);

    /** Up to {@code length} bytes from {@code offset} on; fewer at the end, none beyond it. */
    byte[] read(RunId run, long offset, int length);

    /** The offset in bytes at which the last {@code lines} lines begin; 0 when there are no more than that. */
    long startOfLast(RunId run, int lines);
}
