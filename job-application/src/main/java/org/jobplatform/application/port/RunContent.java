package org.jobplatform.application.port;

import java.io.IOException;
import java.io.InputStream;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** What runs left behind for download. */
public interface RunContent {
    /**
     * Keeps what an attempt of a run left, in place of what the same attempt left before, and describes it. It is durable
     * when the call returns, and becomes visible with the run that carries the description.
     *
     * @throws IOException when the bytes cannot be read; nothing visible is kept
     */
    ContentDescription save(Run run, String mediaType, String fileName, InputStream bytes) throws IOException;

    /** Up to {@code length} bytes from {@code offset} on, of what this attempt left; fewer at the end, none beyond it. */
    byte[] read(RunId run, int attempt, long offset, int length);
}
