package org.jobplatform.application.port;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jobplatform.domain.run.LogLine;
import org.jobplatform.domain.run.RunId;

/** Logs in memory. */
final class InMemoryRunLog implements RunLog {
    private final InMemoryStorage storage;

    InMemoryRunLog(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void append(RunId run, List<LogLine> lines) {
        synchronized (storage) {
            ByteArrayOutputStream log = storage.logs.computeIfAbsent(run, ignored -> new ByteArrayOutputStream());
            lines.forEach(line -> log.writeBytes((line.format() + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public long size(RunId run) {
        return bytes(run).length;
    }

    @Override
    public byte[] read(RunId run, long offset, int length) {
        return Slice.of(bytes(run), offset, length);
    }

    @Override
    public long startOfLast(RunId run, int lines) {
        byte[] bytes = bytes(run);
        int found = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            // The line feed that ends the log begins no line.
            if (bytes[i] == '\n' && found++ == lines) {
                return i + 1L;
            }
        }
        return 0;
    }

    private byte[] bytes(RunId run) {
        synchronized (storage) {
            ByteArrayOutputStream log = storage.logs.get(run);
            return log == null ? new byte[0] : log.toByteArray();
        }
    }
}
