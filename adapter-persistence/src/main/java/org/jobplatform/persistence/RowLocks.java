package org.jobplatform.persistence;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.Owner;
import org.jspecify.annotations.Nullable;

/** Row locks, always taken in the order of the ids, so that two transactions do not wait for each other. */
final class RowLocks {
    private static final Comparator<Owner> BY_TEXT = Comparator.comparing(Owner::toString);

    private final Vendor vendor;

    RowLocks(Vendor vendor) {
        this.vendor = vendor;
    }

    /** Locks the rows of these ids for a change, and gives the version of each that there is; may be changed. */
    Map<String, Long> versions(StatelessSession session, String table, Collection<String> ids) {
        return versions(session, table, ids, vendor.forChange());
    }

    private static Map<String, Long> versions(
            StatelessSession session, String table, Collection<String> ids, String lock) {
        Map<String, Long> versions = new HashMap<>();
        if (ids.isEmpty()) {
            return versions;
        }
        String sql = "select id, version from " + table + " where id in (:ids) order by id" + lock;
        List<Object[]> rows = session.createNativeQuery(sql, Object[].class)
                .setParameterList("ids", Set.copyOf(ids))
                .getResultList();
        rows.forEach(row -> versions.put((String) row[0], ((Number) row[1]).longValue()));
        return versions;
    }

    /** Locks jobs against each other's admissions, and gives the versions of those that there are; may be changed. */
    Map<String, Long> jobsForChange(StatelessSession session, Collection<String> ids) {
        return versions(session, "job", ids, vendor.forChange());
    }

    /** Keeps jobs from being deleted, and gives the versions of those that there are; may be changed. */
    Map<String, Long> jobsForKeep(StatelessSession session, Collection<String> ids) {
        return versions(session, "job", ids, vendor.forKeep());
    }

    /** Locks a job for its deletion, and gives its version; null when there is no such job. */
    @Nullable
    Long versionForDelete(StatelessSession session, String job) {
        String sql = "select version from job where id = :id" + vendor.forDelete();
        return session.createNativeQuery(sql, Long.class)
                .setParameter("id", job)
                .getSingleResultOrNull();
    }

    /** Keeps the leases of these owners from being taken away, and gives the owners that have one. */
    Set<Owner> leasesForKeep(StatelessSession session, Collection<Owner> owners) {
        String sql = "select node from lease where node = :node and boot = :boot" + vendor.forKeep();
        Set<Owner> found = new HashSet<>();
        for (Owner owner : owners.stream().distinct().sorted(BY_TEXT).toList()) {
            boolean there = !session.createNativeQuery(sql, String.class)
                    .setParameter("node", owner.node())
                    .setParameter("boot", owner.boot())
                    .getResultList()
                    .isEmpty();
            if (there) {
                found.add(owner);
            }
        }
        return found;
    }

    /** Locks the counter of run numbers, and gives the first number of the next block. */
    long nextNumber(StatelessSession session) {
        String sql = "select next_value from number_block where name = 'run'" + vendor.forChange();
        return session.createNativeQuery(sql, Long.class).getSingleResult();
    }

    /** Keeps a user who is let in from being changed, and gives the hash of its password. */
    Optional<String> passwordForKeep(StatelessSession session, String user) {
        String sql =
                "select password_hash from app_user where id = :id and user_role <> 'DISABLED'" + vendor.forShare();
        return session.createNativeQuery(sql, String.class)
                .setParameter("id", user)
                .uniqueResultOptional();
    }

    /** Keeps out whoever else locks the store as a whole, by a row that is always there. */
    void wholeStore(StatelessSession session) {
        session.createNativeQuery("select least_version from schema_demand" + vendor.forChange(), Integer.class)
                .getSingleResult();
    }
}
