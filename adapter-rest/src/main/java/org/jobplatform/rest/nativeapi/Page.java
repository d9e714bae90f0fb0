package org.jobplatform.rest.nativeapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jobplatform.rest.http.QueryFields;

/** How many entries of a list are asked for, and how they are answered. */
record Page(int limit) {
    private static final int DEFAULT = 50;
    static final int MAXIMUM = 1000;

    static Page of(QueryFields query) {
        return new Page(query.integer("limit", 1, MAXIMUM).orElse(DEFAULT));
    }

    /** One more than is shown, which tells whether there are more. */
    int wanted() {
        return limit + 1;
    }

    <T> Map<String, Object> answer(String plural, List<T> found, Function<T, ?> response, Function<T, String> cursor) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(plural, found.stream().limit(limit).map(response).toList());
        if (found.size() > limit) {
            answer.put("next", cursor.apply(found.get(limit - 1)));
        }
        return answer;
    }
}
