package org.jobplatform.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.RunId;

/**
 * Deliveries in the database. A claim counts as a change, so that whoever claimed before and is late cannot record any
 * more.
 */
final class HibernateDeliveryStore implements DeliveryStore {
    // Ordered by the status too, which is the same for all: H2 sees only so that its index is in this order.
    private static final String DUE =
            """
            select d.* from delivery d where d.status = 'PENDING' and d.claimable_at <= :now %s
            order by d.status, d.claimable_at, d.id
            fetch first :most rows only for update skip locked""";

    private final Sessions sessions;
    private final GroupCommit groups;

    HibernateDeliveryStore(Sessions sessions, GroupCommit groups) {
        this.sessions = sessions;
        this.groups = groups;
    }

    @Override
    public List<Delivery> claimDue(Instant now, Duration lease, Set<String> busyLanes, int limit) {
        return sessions.write("claiming deliveries", session -> {
            List<DeliveryEntity> due = due(session, now, busyLanes, limit);
            due.forEach(delivery -> delivery.claimUntil(now.plus(lease)));
            session.updateMultiple(due);
            return due.stream().map(DeliveryEntity::toDelivery).toList();
        });
    }

    private static List<DeliveryEntity> due(StatelessSession session, Instant now, Set<String> busyLanes, int limit) {
        String sql = DUE.formatted(busyLanes.isEmpty() ? "" : "and d.lane not in (:busy)");
        NativeQuery<DeliveryEntity> query = session.createNativeQuery(sql, DeliveryEntity.class)
                .setParameter("now", Stored.time(now))
                .setParameter("most", limit);
        if (!busyLanes.isEmpty()) {
            query.setParameterList("busy", busyLanes);
        }
        return query.getResultList();
    }

    @Override
    public Delivery record(Delivery after, DeliveryAttempt attempt) {
        return groups.make(new DeliveryRecord(after, attempt));
    }

    @Override
    public Delivery add(Delivery delivery) {
        return sessions.write("adding a delivery", session -> {
            DeliveryEntity entity = DeliveryEntity.added(delivery);
            session.insert(entity);
            return entity.toDelivery();
        });
    }

    @Override
    public List<Delivery> of(RunId run) {
        return sessions.read("finding deliveries", session -> session
                .createSelectionQuery(
                        "from DeliveryEntity d where d.runId = :run order by d.number", DeliveryEntity.class)
                .setParameter("run", run.value())
                .getResultList()
                .stream()
                .map(DeliveryEntity::toDelivery)
                .toList());
    }

    @Override
    public List<DeliveryAttempt> attempts(DeliveryId delivery) {
        return sessions.read("finding attempts", session -> session
                .createSelectionQuery(
                        "from DeliveryAttemptEntity a where a.deliveryId = :delivery order by a.number",
                        DeliveryAttemptEntity.class)
                .setParameter("delivery", delivery.value())
                .getResultList()
                .stream()
                .map(DeliveryAttemptEntity::toAttempt)
                .toList());
    }

    @Override
    public Optional<Instant> nextDue() {
        return sessions.read("finding the next delivery", session -> Optional.ofNullable(session
                .createSelectionQuery(
                        "select min(d.claimableAt) from DeliveryEntity d where d.status = 'PENDING'", Instant.class)
                .getSingleResultOrNull()));
    }
}
