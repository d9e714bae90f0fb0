package org.jobplatform.conformance.hostile;

import java.util.List;

/**
 * A row of the corpus: what is spoiled, with what, and how it must be answered.
 *
 * @param number of the row it belongs to
 * @param requests which good requests: {@code dialect} for all of it, {@code dialect:name} for one
 * @param where {@code body}, {@code method}, {@code target}, {@code protocol}, {@code header Name}, or {@code fields} and
 *     the kinds of fields
 * @param input a template
 * @param expected statuses that may be answered; empty when it must be taken
 * @param named whether the answer must name the field
 */
record Rule(String number, List<String> requests, String where, String input, List<Integer> expected, boolean named) {
    boolean isFor(GoodRequest request) {
        return requests.contains(request.dialect()) || requests.contains(request.dialect() + ":" + request.name());
    }

    boolean mustBeTaken() {
        return expected.isEmpty();
    }
}
