package org.jobplatform.persistence;

import java.util.List;
import java.util.Map;
import org.hibernate.query.CommonQueryContract;

/** Gives a query the values that it names. */
final class QueryParameters {
    private QueryParameters() {}

    /** A list is the values of an {@code in}. */
    static void set(CommonQueryContract query, Map<String, Object> values) {
        values.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                query.setParameterList(name, list);
            } else {
                query.setParameter(name, value);
            }
        });
    }
}
