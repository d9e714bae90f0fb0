package org.jobplatform.application.port;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** What runs left for download, in memory. */
final class InMemoryRunContent implements RunContent {
    private final InMemoryStorage storage;

    InMemoryRunContent(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public ContentDescription save(Run run, String mediaType, String fileName, InputStream bytes) throws IOException {
        byte[] all = bytes.readAllBytes();
        ContentDescription description = new ContentDescription(mediaType, fileName, all.length, sha256(all));
        synchronized (storage) {
            storage.contents
                    .computeIfAbsent(run.id(), ignored -> new HashMap<>())
                    .put(run.attempt(), all);
        }
        return description;
    }

    @Override
    public byte[] read(RunId run, int attempt, long offset, int length) {
        synchronized (storage) {
            byte[] all = storage.contents.getOrDefault(run, Map.of()).getOrDefault(attempt, new byte[0]);
            return Slice.of(all, offset, length);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
