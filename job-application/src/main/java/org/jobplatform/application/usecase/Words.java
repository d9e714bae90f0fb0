package org.jobplatform.application.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** How explanations say times and lists. */
final class Words {
    private Words() {}

    /** To the millisecond. */
    static String time(Instant exact) {
        return exact.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The first few, and how many are left out. */
    static String some(List<String> all, int most) {
        String first = all.stream().limit(most).collect(Collectors.joining(", "));
        return all.size() > most ? first + " and " + (all.size() - most) + " more" : first;
    }

    /** A message as the end of a sentence; nothing when there is none. */
    static String because(String message) {
        return message.isEmpty() ? "." : ": " + message;
    }
}
