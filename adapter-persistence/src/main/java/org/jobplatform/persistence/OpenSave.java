package org.jobplatform.persistence;

import java.util.List;
import org.hibernate.StatelessSession;

/**
 * A save of content that has begun and is not over: a row of {@code run_content_save}, which outlives a crash and so tells
 * of the chunks that were left behind.
 */
record OpenSave(String run, int attempt, String save) {
    /** The first chunk of a save is written. */
    static void begin(StatelessSession session, ContentChunkEntity.Key first) {
        session.createNativeMutationQuery(
                        "insert into run_content_save (run_id, attempt, save_id) values (:run, :attempt, :save)")
                .setParameter("run", first.runId())
                .setParameter("attempt", first.attempt())
                .setParameter("save", first.saveId())
                .executeUpdate();
    }

    /** The save counts, or was dropped. */
    static void end(StatelessSession session, String run, int attempt, String save) {
        session.createNativeMutationQuery(
                        "delete from run_content_save where run_id = :run and attempt = :attempt and save_id = :save")
                .setParameter("run", run)
                .setParameter("attempt", attempt)
                .setParameter("save", save)
                .executeUpdate();
    }

    /** Saves whose run is over. */
    static List<OpenSave> abandoned(StatelessSession session, int most) {
        String abandoned = """
                select s.run_id, s.attempt, s.save_id from run_content_save s
                where not exists (select 1 from run r where r.id = s.run_id and r.ended_at is null)
                order by s.run_id, s.attempt, s.save_id fetch first %d rows only""".formatted(most);
        return session.createNativeQuery(abandoned, Object[].class).getResultList().stream()
                .map(row -> new OpenSave((String) row[0], ((Number) row[1]).intValue(), (String) row[2]))
                .toList();
    }

    /** Drops what it wrote. */
    int drop(StatelessSession session) {
        end(session, run, attempt, save);
        return HibernateRunContent.dropChunks(session, run, attempt, save);
    }
}
