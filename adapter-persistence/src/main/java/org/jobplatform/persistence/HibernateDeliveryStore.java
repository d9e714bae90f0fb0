package org.jobplatform.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
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
    private static final String DUE = "t.status = 'PENDING' and t.claimable_at <= :now";
    private static final String DUE_ELSEWHERE = DUE + " and t.lane not in (:busy)";
    private static final String ORDER = "t.status, t.claimable_at, t.id";

    private final Sessions sessions;
    private final GroupCommit groups;
    private final Vendor vendor;

    HibernateDeliveryStore(Sessions sessions, GroupCommit groups, Vendor vendor) {
        this.sessions = sessions;
        this.groups = groups;
        this.vendor = vendor;
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

    private List<DeliveryEntity> due(StatelessSession session, Instant now, Set<String> busyLanes, int limit) {
        Map<String, Object> values = busyLanes.isEmpty()
                ? Map.of("now", Stored.time(now))
                : Map.of("now", Stored.time(now), "busy", List.copyOf(busyLanes));
        return new FirstUnlocked("delivery", busyLanes.isEmpty() ? DUE : DUE_ELSEWHERE, ORDER)
                .lock(session, vendor, DeliveryEntity.class, values, limit);
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
        return sessions.read(
                "finding deliveries",
                session -> session
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
        return sessions.read(
                "finding attempts",
                session -> session
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
        return sessions.read(
                "finding the next delivery",
                session -> Optional.ofNullable(session.createSelectionQuery(
                                "select min(d.claimableAt) from DeliveryEntity d where d.status = 'PENDING'",
                                Instant.class)
                        .getSingleResultOrNull()));
    }
}
