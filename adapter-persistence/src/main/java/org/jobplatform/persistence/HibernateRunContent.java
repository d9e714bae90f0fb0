package org.jobplatform.persistence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * Content in the database, in chunks. Each chunk is a transaction of its own, so that none waits for a slow source; the
 * last one makes them count, and drops what the attempt left before.
 */
final class HibernateRunContent implements RunContent {
    private static final String OF_SAVE =
            "ContentChunkEntity c where c.runId = :run and c.attempt = :attempt" + " and c.saveId = :save";

    private final Sessions sessions;

    HibernateRunContent(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ContentDescription save(Run run, String mediaType, String fileName, InputStream bytes) throws IOException {
        ContentDescription.requireMediaType(mediaType);
        ContentDescription.requireFileName(fileName);
        String save = UUID.randomUUID().toString();
        MessageDigest digest = sha256();
        long size = 0;
        try {
            byte[] chunk = bytes.readNBytes(ContentChunkEntity.LENGTH);
            for (int sequence = 0; chunk.length > 0; sequence++) {
                digest.update(chunk);
                size += chunk.length;
                insert(run, save, sequence, chunk);
                chunk = bytes.readNBytes(ContentChunkEntity.LENGTH);
            }
        } catch (IOException broken) {
            sessions.write("dropping content", session -> drop(session, run, save));
            throw broken;
        }
        sessions.write("saving content", session -> makeCount(session, run, save));
        return new ContentDescription(mediaType, fileName, size, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public byte[] read(RunId run, int attempt, long offset, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (length > 0) {
            for (ContentChunkEntity chunk :
                    sessions.read("reading content", session -> chunks(session, run, attempt, offset, length))) {
                long start = (long) chunk.sequenceNo() * ContentChunkEntity.LENGTH;
                int from = (int) Math.max(0, offset - start);
                int to = (int) Math.min(chunk.bytes().length, offset + length - start);
                bytes.write(chunk.bytes(), from, Math.max(0, to - from));
            }
        }
        return bytes.toByteArray();
    }

    private void insert(Run run, String save, int sequence, byte[] bytes) {
        ContentChunkEntity.Key key = new ContentChunkEntity.Key(run.id().value(), run.attempt(), save, sequence);
        sessions.write("saving content", session -> {
            if (sequence == 0) {
                OpenSave.begin(session, key);
            }
            return session.insert(new ContentChunkEntity(key, bytes));
        });
    }

    private static int makeCount(StatelessSession session, Run run, String save) {
        ContentEntity before =
                session.get(ContentEntity.class, new ContentEntity.Key(run.id().value(), run.attempt()));
        ContentEntity after = new ContentEntity(run.id().value(), run.attempt(), save);
        OpenSave.end(session, run.id().value(), run.attempt(), save);
        if (before == null) {
            session.insert(after);
            return 0;
        }
        session.update(after);
        return drop(session, run, before.saveId());
    }

    private static int drop(StatelessSession session, Run run, String save) {
        OpenSave.end(session, run.id().value(), run.attempt(), save);
        return dropChunks(session, run.id().value(), run.attempt(), save);
    }

    /** Drops what one save has written; returns the number of its chunks. */
    static int dropChunks(StatelessSession session, String run, int attempt, String save) {
        return session.createMutationQuery("delete from " + OF_SAVE)
                .setParameter("run", run)
                .setParameter("attempt", attempt)
                .setParameter("save", save)
                .executeUpdate();
    }

    private static List<ContentChunkEntity> chunks(
            StatelessSession session, RunId run, int attempt, long offset, int length) {
        ContentEntity head = session.get(ContentEntity.class, new ContentEntity.Key(run.value(), attempt));
        if (head == null) {
            return List.of();
        }
        return session.createSelectionQuery(
                        "from " + OF_SAVE + " and c.sequenceNo between :first and :last order by c.sequenceNo",
                        ContentChunkEntity.class)
                .setParameter("run", run.value())
                .setParameter("attempt", attempt)
                .setParameter("save", head.saveId())
                .setParameter("first", sequence(offset))
                .setParameter("last", sequence(offset + length - 1))
                .getResultList();
    }

    private static int sequence(long offset) {
        return (int) Math.min(Integer.MAX_VALUE, offset / ContentChunkEntity.LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
