package org.jobplatform.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/**
 * The newest of the runs that strands give, in the embedded database. H2 cannot look into an index for each row of a statement,
 * so each strand is read by a statement of its own, and no further back than it can still give one of the newest. All of them
 * must see one snapshot.
 */
final class NewestPlaces {
    private final StatelessSession session;
    private final String time;
    private final Instant oldest;
    private final RunPlace end;
    private final int most;
    private final NavigableSet<RunPlace> newest = new TreeSet<>(RunPlace.NEWEST_FIRST);

    /**
     * @param time the column of the run {@code r} that says when
     * @param oldest what is older is left out
     * @param end this one is left out, and what is newer
     * @param most how many are wanted
     */
    NewestPlaces(StatelessSession session, String time, Instant oldest, RunPlace end, int most) {
        this.session = session;
        this.time = time;
        this.oldest = oldest;
        this.end = end;
        this.most = most;
    }

    /**
     * What reads a strand.
     *
     * @param index that keeps the strand in the order of the places
     * @param leading the columns by which the index leads, each with a comma; H2 sorts when the order is not that of the index
     */
    NativeQuery<Object[]> strand(String index, List<String> conditions, String leading, Map<String, Object> values) {
        return query("use index (" + index + ")", conditions, leading, values);
    }

    /** What reads some runs whose ids are known. */
    NativeQuery<Object[]> few(List<String> conditions, Map<String, Object> values) {
        return query("", conditions, "", values);
    }

    private NativeQuery<Object[]> query(
            String index, List<String> conditions, String leading, Map<String, Object> values) {
        String sql = """
                select %1$s as place_time, r.number from run r %2$s
                where %3$s and %1$s >= :oldest and %1$s <= :end and (%1$s < :end or r.number < :number)
                order by %4$s%1$s desc, r.number desc fetch first :most rows only""".formatted(time, index, String.join(" and ", conditions), leading);
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class)
                .addScalar("place_time", Instant.class)
                .addScalar("number", Integer.class);
        QueryParameters.set(query, values);
        return query.setParameter("end", end.time()).setParameter("number", end.number());
    }

    /** Whether there is anything in a strand. */
    boolean isThere(NativeQuery<Object[]> strand) {
        return !rows(strand, 1).isEmpty();
    }

    /** Takes of a strand what is newer than what is there, or fills it up. */
    void add(NativeQuery<Object[]> strand) {
        rows(strand, most).forEach(row -> newest.add(new RunPlace((Instant) row[0], (Integer) row[1])));
        while (newest.size() > most) {
            newest.pollLast();
        }
    }

    private List<Object[]> rows(NativeQuery<Object[]> strand, int count) {
        Instant last = newest.size() < most ? oldest : newest.last().time();
        return strand.setParameter("oldest", last).setParameter("most", count).getResultList();
    }

    /** The places, newest first. */
    List<RunPlace> places() {
        return List.copyOf(newest);
    }

    /** The runs at these places, newest first. */
    List<RunEntity> runs() {
        return session.createNativeQuery(
                        "select r.* from run r where r.number = any(:numbers) order by " + time
                                + " desc, r.number desc",
                        RunEntity.class)
                .setParameter("numbers", newest.stream().map(RunPlace::number).toArray(Integer[]::new))
                .getResultList();
    }
}
