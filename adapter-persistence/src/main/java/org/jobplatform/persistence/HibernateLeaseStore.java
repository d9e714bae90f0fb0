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
        sessions.write(
                "leaving",
                session ->
                        of(session, "delete from LeaseEntity" + OF_OWNER, owner).executeUpdate());
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
