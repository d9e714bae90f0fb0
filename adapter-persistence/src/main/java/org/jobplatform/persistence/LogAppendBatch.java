package org.jobplatform.persistence;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.jobplatform.persistence.LogChunkEntity.LogEnd;

/** Adds lines to logs; those for one log go into one row, as far as it is not too large. */
final class LogAppendBatch {
    private static final String ENDS = """
            select c.runId, c.startOffset + c.byteCount, c.firstLine + c.lineCount from LogChunkEntity c
            where c.runId in (:runs)
              and c.startOffset = (select max(o.startOffset) from LogChunkEntity o where o.runId = c.runId)""";

    void write(StatelessSession session, List<LogAppend> appends) {
        if (appends.isEmpty()) {
            return;
        }
        Map<String, ByteArrayOutputStream> texts = new LinkedHashMap<>();
        for (LogAppend append : appends) {
            texts.computeIfAbsent(append.run(), run -> new ByteArrayOutputStream())
                    .writeBytes(append.bytes());
            append.accept(() -> append.bytes().length);
        }
        Map<String, LogEnd> ends = ends(session, texts.keySet());
        List<LogChunkEntity> chunks = new ArrayList<>();
        texts.forEach(
                (run, text) -> chunks.addAll(chunks(run, ends.getOrDefault(run, LogEnd.EMPTY), text.toByteArray())));
        session.insertMultiple(chunks);
    }

    /** The ends of those of these logs that are not empty. */
    static Map<String, LogEnd> ends(StatelessSession session, Collection<String> runs) {
        Map<String, LogEnd> ends = new HashMap<>();
        session.createSelectionQuery(ENDS, Object[].class)
                .setParameterList("runs", runs)
                .getResultList()
                .forEach(row -> ends.put(
                        (String) row[0], new LogEnd(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        return ends;
    }

    private static List<LogChunkEntity> chunks(String run, LogEnd before, byte[] text) {
        List<LogChunkEntity> chunks = new ArrayList<>();
        LogEnd end = before;
        for (int from = 0; from < text.length; from += LogChunkEntity.LARGEST) {
            byte[] bytes = Arrays.copyOfRange(text, from, Math.min(text.length, from + LogChunkEntity.LARGEST));
            LogChunkEntity chunk = new LogChunkEntity(run, end, bytes, lineFeeds(bytes));
            chunks.add(chunk);
            end = chunk.end();
        }
        return chunks;
    }

    private static int lineFeeds(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            if (b == '\n') {
                count++;
            }
        }
        return count;
    }
}
