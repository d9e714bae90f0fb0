package org.jobplatform.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryClaim;
import org.jobplatform.domain.callback.DeliveryFailure;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RunId;

/** Deliveries in the database. */
final class HibernateDeliveryStore implements DeliveryStore {
    static final String DUE_IN_LANE = "t.status = 'PENDING' and t.lane = :lane and t.claimable_at <= :now";
    static final String OLDEST_OF_LANE = "t.status, t.lane, t.claimable_at, t.id";
    static final String OWNED = "t.owner_node = :node and t.owner_boot = :boot and t.status = 'PENDING'";
    static final String OF_OWNER = "t.owner_node, t.owner_boot";
    private static final String LATEST = "select d.runId, d.status from DeliveryEntity d where d.runId in (:runs)"
            + " and d.number = (select max(o.number) from DeliveryEntity o where o.runId = d.runId)";

    private final Sessions sessions;
    private final GroupCommit groups;
    private final Vendor vendor;
    private final StoreClock clock;

    HibernateDeliveryStore(Sessions sessions, GroupCommit groups, Vendor vendor, StoreClock clock) {
        this.sessions = sessions;
        this.groups = groups;
        this.vendor = vendor;
        this.clock = clock;
    }

    @Override
    public Instant time() {
        return sessions.read("asking for the time", clock::time);
    }

    @Override
    public Map<String, Instant> pendingLanes() {
        return sessions.read("looking for lanes", new PendingLanes(vendor)::find);
    }

    @Override
    public List<Delivery> claim(DeliveryClaim claim, Instant now, Map<String, Integer> places) {
        return sessions.write("claiming deliveries", session -> {
            List<DeliveryEntity> claimed = new ArrayList<>();
            new TreeMap<>(places).forEach((lane, most) -> claimed.addAll(due(session, lane, now, most)));
            claimed.forEach(delivery -> delivery.setClaim(Optional.of(claim)));
            session.updateMultiple(claimed);
            return claimed.stream().map(DeliveryEntity::toDelivery).toList();
        });
    }

    private List<DeliveryEntity> due(StatelessSession session, String lane, Instant now, int most) {
        return new FirstUnlocked("delivery", DUE_IN_LANE, OLDEST_OF_LANE)
                .lock(session, vendor, DeliveryEntity.class, Map.of("lane", lane, "now", Stored.time(now)), most);
    }

    @Override
    public int giveBack(Owner owner, int limit) {
        return sessions.write("giving deliveries back", session -> {
            List<DeliveryEntity> owned = new FirstUnlocked("delivery", OWNED, OF_OWNER)
                    .lock(
                            session,
                            vendor,
                            DeliveryEntity.class,
                            Map.of("node", owner.node(), "boot", owner.boot()),
                            limit);
            owned.forEach(delivery -> delivery.setClaim(Optional.empty()));
            session.updateMultiple(owned);
            return owned.size();
        });
    }

    @Override
    public Delivery record(Delivery after, DeliveryAttempt attempt) {
        return groups.make(new DeliveryRecord(after, attempt));
    }

    @Override
    public Delivery add(Delivery delivery) {
        return sessions.write("adding a delivery", session -> {
            boolean taken = !session.createSelectionQuery(
                            "select d.id from DeliveryEntity d where d.runId = :run and d.number = :number",
                            String.class)
                    .setParameter("run", delivery.run().value())
                    .setParameter("number", delivery.number())
                    .getResultList()
                    .isEmpty();
            if (taken) {
                throw new DeliveryFailure.NumberTaken(delivery.run(), delivery.number());
            }
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
    public Map<RunId, Delivery.Status> latest(Collection<RunId> runs) {
        if (runs.isEmpty()) {
            return Map.of();
        }
        return sessions.read(
                "finding the state of callbacks",
                session -> session
                        .createSelectionQuery(LATEST, Object[].class)
                        .setParameterList(
                                "runs", runs.stream().map(RunId::value).toList())
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(
                                row -> new RunId((String) row[0]), row -> Delivery.Status.valueOf((String) row[1]))));
    }
}
