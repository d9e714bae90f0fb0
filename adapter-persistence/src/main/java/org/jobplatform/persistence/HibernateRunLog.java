package org.jobplatform.persistence;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.domain.run.LogLine;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.persistence.LogChunkEntity.LogEnd;

/** Logs in the database. */
final class HibernateRunLog implements RunLog {
    private static final String OVERLAPPING = """
            from LogChunkEntity c where c.runId = :run
              and c.startOffset > :from - %d and c.startOffset < :to and c.startOffset + c.byteCount > :from
            order by c.startOffset""".formatted(LogChunkEntity.LARGEST);

    private static final String WITH_LINE_FEED = """
            from LogChunkEntity c where c.runId = :run and c.firstLine < :line and c.firstLine + c.lineCount >= :line
            order by c.startOffset""";

    private final Sessions sessions;
    private final GroupCommit groups;

    HibernateRunLog(Sessions sessions, GroupCommit groups) {
        this.sessions = sessions;
        this.groups = groups;
    }

    @Override
    public void append(RunId run, List<LogLine> lines) {
        if (!lines.isEmpty()) {
            groups.make(new LogAppend(run, lines));
        }
    }

    @Override
    public long size(RunId run) {
        return sessions.read("measuring a log", session -> end(session, run)).offset();
    }

    @Override
    public byte[] read(RunId run, long offset, int length) {
        long end = offset + length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (LogChunkEntity chunk : sessions.read("reading a log", session -> overlapping(session, run, offset, end))) {
            int from = (int) Math.max(0, offset - chunk.startOffset());
            int to = (int) Math.min(chunk.bytes().length, end - chunk.startOffset());
            bytes.write(chunk.bytes(), from, to - from);
        }
        return bytes.toByteArray();
    }

    @Override
    public long startOfLast(RunId run, int lines) {
        return sessions.read("reading a log", session -> {
            LogEnd end = end(session, run);
            // The line feed after which the wanted lines begin, counted from 1.
            long feed = end.lines() - Math.max(0, lines);
            return feed <= 0 ? 0L : afterLineFeed(session, run, feed);
        });
    }

    private static LogEnd end(StatelessSession session, RunId run) {
        return LogAppendBatch.ends(session, List.of(run.value())).getOrDefault(run.value(), LogEnd.EMPTY);
    }

    private static List<LogChunkEntity> overlapping(StatelessSession session, RunId run, long from, long to) {
        return session.createSelectionQuery(OVERLAPPING, LogChunkEntity.class)
                .setParameter("run", run.value())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    private static long afterLineFeed(StatelessSession session, RunId run, long feed) {
        LogChunkEntity chunk = session.createSelectionQuery(WITH_LINE_FEED, LogChunkEntity.class)
                .setParameter("run", run.value())
                .setParameter("line", feed)
                .setMaxResults(1)
                .getSingleResult();
        long seen = chunk.firstLine();
        int index = -1;
        while (seen < feed) {
            index++;
            if (chunk.bytes()[index] == '\n') {
                seen++;
            }
        }
        return chunk.startOffset() + index + 1;
    }
}
