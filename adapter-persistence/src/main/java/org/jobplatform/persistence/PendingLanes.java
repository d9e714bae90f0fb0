package org.jobplatform.persistence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/**
 * Finds the lanes with pending deliveries by jumping from lane to lane in the index {@code delivery_due_in_lane}, so that it
 * matters how many receivers there are, and not how many deliveries wait for each.
 */
final class PendingLanes {
    private static final String FIRST = "select t.lane, t.claimable_at from delivery t where t.status = 'PENDING' ";
    private static final String IN_ORDER = "order by t.status, t.lane, t.claimable_at, t.id fetch first 1 row only";

    static final String ALL = "with recursive pending(lane, claimable_at) as ((" + FIRST + IN_ORDER + ")"
            + " union all select n.lane, n.claimable_at from pending p cross join lateral ("
            + FIRST + "and t.lane > p.lane " + IN_ORDER + ") n) select lane, claimable_at from pending";

    private final Vendor vendor;

    PendingLanes(Vendor vendor) {
        this.vendor = vendor;
    }

    /** Each lane with the time at which its first delivery can be claimed. */
    Map<String, Instant> find(StatelessSession session) {
        Map<String, Instant> lanes = new LinkedHashMap<>();
        switch (vendor) {
            case POSTGRESQL -> query(session, ALL, Map.of()).forEach(row -> put(lanes, row));
            // H2 has no lateral joins, and no way to the database that each query would have to go.
            case H2 -> {
                String query = FIRST + IN_ORDER;
                List<Object[]> next = query(session, query, Map.of());
                while (!next.isEmpty()) {
                    put(lanes, next.getFirst());
                    Object lane = next.getFirst()[0];
                    next = query(session, FIRST + "and t.lane > :lane " + IN_ORDER, Map.of("lane", lane));
                }
            }
        }
        return lanes;
    }

    private static void put(Map<String, Instant> lanes, Object[] row) {
        lanes.put((String) row[0], (Instant) row[1]);
    }

    private static List<Object[]> query(StatelessSession session, String sql, Map<String, Object> values) {
        var query = session.createNativeQuery(sql, Object[].class)
                .addScalar("lane", String.class)
                .addScalar("claimable_at", Instant.class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
