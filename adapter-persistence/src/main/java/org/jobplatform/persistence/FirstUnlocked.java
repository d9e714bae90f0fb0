package org.jobplatform.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/**
 * Finds and locks the first rows that nobody else has locked.
 *
 * @param table whose rows they are, called {@code t} in the other parts
 * @param condition that they fulfil
 * @param order of an index; leads with what the condition compares for equality, so that H2 recognises the index
 */
record FirstUnlocked(String table, String condition, String order) {
    private static final String SKIPPING = " for update skip locked";

    /** The query by which PostgreSQL does it at once. */
    String sql(int most) {
        return "select t.*" + where() + first(most) + SKIPPING;
    }

    private String where() {
        return " from " + table + " t where " + condition;
    }

    private String first(int most) {
        return " order by " + order + " fetch first " + most + " rows only";
    }

    /** The whole rows. */
    <T> List<T> lock(StatelessSession session, Vendor vendor, Class<T> type, Map<String, Object> values, int most) {
        return lock(session, vendor, "t.*", type, values, most);
    }

    /** The ids of the rows. */
    List<String> lockIds(StatelessSession session, Vendor vendor, Map<String, Object> values, int most) {
        return lock(session, vendor, "t.id", String.class, values, most);
    }

    private <T> List<T> lock(
            StatelessSession session,
            Vendor vendor,
            String columns,
            Class<T> type,
            Map<String, Object> values,
            int most) {
        String where = where();
        String first = first(most);
        return switch (vendor) {
            case POSTGRESQL -> query(session, "select " + columns + where + first + SKIPPING, type, values);
            // H2 locks every row before it sorts and cuts: the rows are chosen first, and looked at again under the
            // lock. By their ids: in the index of the condition it would come by all that fulfil it.
            case H2 -> {
                List<String> ids = query(session, "select t.id" + where + first, String.class, values);
                Map<String, Object> chosen = new HashMap<>(values);
                chosen.put("ids", ids);
                String sql = "select " + columns + " from " + table + " t where t.id in (:ids) and case when "
                        + condition + " then 1 else 0 end = 1 order by " + order + SKIPPING;
                yield ids.isEmpty() ? List.of() : query(session, sql, type, chosen);
            }
        };
    }

    private static <T> List<T> query(StatelessSession session, String sql, Class<T> type, Map<String, Object> values) {
        NativeQuery<T> query = session.createNativeQuery(sql, type);
        QueryParameters.set(query, values);
        return query.getResultList();
    }
}
