package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.domain.job.IdentifierGrammar;

/**
 * Finds the runs whose ids begin with a text, whatever the case of either. The index of the ids knows case, so the text is
 * followed into it letter by letter, in both cases as long as there are runs.
 */
final class IdBeginnings {
    private static final Pattern BEGINNING = Pattern.compile("[a-z0-9._-]{1," + IdentifierGrammar.MAXIMUM_LENGTH + "}");

    /** Comes after every character of an id. */
    private static final String END = "~";

    private static final String BEGUN =
            "select r.id from RunEntity r where r.id >= :first and r.id < :end order by r.id";

    private IdBeginnings() {}

    /** The last of these ids in their order, as many as the filter promises to look at. */
    static List<String> of(StatelessSession session, String text) {
        String folded = Stored.folded(text);
        if (!BEGINNING.matcher(folded).matches()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (String beginning : spellings(session, folded)) {
            ids.addAll(begunBy(session, beginning, " desc", RunFilter.MOST_IDS));
        }
        return ids.stream()
                .sorted(Comparator.reverseOrder())
                .limit(RunFilter.MOST_IDS)
                .toList();
    }

    private static Set<String> spellings(StatelessSession session, String folded) {
        Set<String> spellings = Set.of("");
        for (int i = 0; i < folded.length(); i++) {
            String letter = folded.substring(i, i + 1);
            Set<String> longer = new LinkedHashSet<>();
            for (String shorter : spellings) {
                Stream.of(letter, letter.toUpperCase(Locale.ROOT))
                        .map(shorter::concat)
                        .filter(spelling -> !begunBy(session, spelling, "", 1).isEmpty())
                        .forEach(longer::add);
            }
            spellings = longer;
        }
        return spellings;
    }

    private static List<String> begunBy(StatelessSession session, String beginning, String direction, int most) {
        return session.createSelectionQuery(BEGUN + direction, String.class)
                .setParameter("first", beginning)
                .setParameter("end", beginning + END)
                .setMaxResults(most)
                .getResultList();
    }
}
