package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jobplatform.domain.access.Reach;

/** The conditions of a query that is put together, with their values. */
final class Conditions {
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Adds a condition on one value, named in it as {@code :name}. */
    Conditions add(String clause, String name, Object value) {
        clauses.add(clause);
        values.put(name, value);
        return this;
    }

    /** Adds a condition without a value. */
    Conditions add(String clause) {
        clauses.add(clause);
        return this;
    }

    /** Adds the condition that the project in this column is within reach. */
    Conditions within(Reach reach, String column) {
        ReachCondition.of(reach, column, values).ifPresent(clauses::add);
        return this;
    }

    /** Names a further value of a condition; a list is one for {@code in}. */
    Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** The query for what fulfils all conditions. */
    <T> SelectionQuery<T> select(StatelessSession session, String from, String order, Class<T> type) {
        String where = clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
        SelectionQuery<T> query = session.createSelectionQuery(from + where + order, type);
        QueryParameters.set(query, values);
        return query;
    }

    /** Whether there is anything that fulfils all conditions. */
    boolean isFulfilled(StatelessSession session, String from) {
        return !select(session, from, "", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The pattern for texts that contain this one, with {@code !} as the escape. */
    static String containing(String text) {
        String literal = Stored.folded(Stored.text(text))
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }
}
