package org.jobplatform.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.domain.run.Owner;

/** Leases in the database, by the database's clock. */
final class HibernateLeaseStore implements LeaseStore {
    private static final String LAPSED = "from LeaseEntity l where l.endsAt <= :longAgo"
            + " or l.node = :node and l.boot <> :boot and l.endsAt <= :now order by l.node, l.boot";
    /** Passed over while a claim keeps it: the next look finds what came of that. */
    private static final String UNUSED =
            "select node from lease where node = :node and boot = :boot for update skip locked";

    private static final String OWNED =
            "select count(r.id) from RunEntity r where r.state.ownerNode = :node and r.state.ownerBoot = :boot";
    private static final String OF_OWNER = " where node = :node and boot = :boot";

    private final Sessions sessions;
    private final String clock;

    HibernateLeaseStore(Sessions sessions, Vendor vendor) {
        this.sessions = sessions;
        this.clock = "select " + vendor.clock();
    }

    @Override
    public void join(Owner owner, Duration lease) {
        sessions.write("joining", session -> {
            session.upsert(new LeaseEntity(owner, now(session).plus(lease)));
            return owner;
        });
    }

    @Override
    public boolean renew(Owner owner, Duration lease) {
        return sessions.write(
                "renewing a lease",
                session -> of(session, "update LeaseEntity set endsAt = :end" + OF_OWNER, owner)
                                .setParameter("end", now(session).plus(lease))
                                .executeUpdate()
                        == 1);
    }

    @Override
    public List<Owner> lapsed(Owner asking, Duration grace) {
        return sessions.read("looking for lapsed leases", session -> {
            Instant now = now(session);
            return session
                    .createSelectionQuery(LAPSED, LeaseEntity.class)
                    .setParameter("longAgo", now.minus(grace))
                    .setParameter("node", asking.node())
                    .setParameter("boot", asking.boot())
                    .setParameter("now", now)
                    .getResultList()
                    .stream()
                    .map(LeaseEntity::toOwner)
                    .toList();
        });
    }

    @Override
    public void leave(Owner owner) {
        sessions.write("leaving", session -> {
            boolean locked = !session.createNativeQuery(UNUSED, String.class)
                    .setParameter("node", owner.node())
                    .setParameter("boot", owner.boot())
                    .getResultList()
                    .isEmpty();
            // Looked at under the lock, for no claim can be made any more.
            return locked && ownsNothing(session, owner)
                    ? of(session, "delete from LeaseEntity" + OF_OWNER, owner).executeUpdate()
                    : 0;
        });
    }

    private static boolean ownsNothing(StatelessSession session, Owner owner) {
        return session.createSelectionQuery(OWNED, Long.class)
                        .setParameter("node", owner.node())
                        .setParameter("boot", owner.boot())
                        .getSingleResult()
                == 0;
    }

    private Instant now(StatelessSession session) {
        return session.createNativeQuery(clock, Instant.class).getSingleResult();
    }

    private static MutationQuery of(StatelessSession session, String mutation, Owner owner) {
        return session.createMutationQuery(mutation)
                .setParameter("node", owner.node())
                .setParameter("boot", owner.boot());
    }
}
