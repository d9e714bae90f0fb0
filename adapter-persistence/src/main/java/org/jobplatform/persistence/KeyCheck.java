package org.jobplatform.persistence;

import java.util.List;
import org.hibernate.StatelessSession;

/** Makes sure that every server of a database has the same key. */
final class KeyCheck {
    private static final String PLACE = "key_check:secrets";
    private static final String TEXT = "the key of this database";

    private final Sessions sessions;

    KeyCheck(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Leaves a sealed text in a database that has none, or opens the one that is there.
     *
     * @throws DatabaseUnusable when this key cannot open it
     */
    void require(SecretSeal seal) {
        String sealed = sessions.write("checking the key of the secrets", session -> sealed(session, seal));
        try {
            seal.open(sealed, PLACE);
        } catch (IllegalStateException foreign) {
            throw new DatabaseUnusable(
                    "the secrets in the database were sealed with another key than this server has:"
                            + " give it the key file of the servers that use the database, by secrets.key.file",
                    foreign);
        }
    }

    private static String sealed(StatelessSession session, SecretSeal seal) {
        List<String> kept = session.createNativeQuery(
                        "select sealed from key_check where name = 'secrets'", String.class)
                .getResultList();
        if (!kept.isEmpty()) {
            return kept.getFirst();
        }
        String made = seal.seal(TEXT, PLACE);
        session.createNativeMutationQuery("insert into key_check (name, sealed) values ('secrets', :sealed)")
                .setParameter("sealed", made)
                .executeUpdate();
        return made;
    }
}
