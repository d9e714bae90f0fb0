package org.jobplatform.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunNumber;

/**
 * New runs of jobs whose runs need not be counted. A run is inserted when its job is as its caller read it, its owner, if it
 * has one, has its lease, and neither its id nor its key is taken. About the others more must be known.
 */
final class PlainRunAdditions implements PlainChanges {
    private static final RowArrays<Admitted> ROWS = new RowArrays<>(
            "v",
            Stream.concat(
                            RunColumns.ADDED.stream().map(column -> column.<Admitted>of(Admitted::row)),
                            Stream.of(Column.number(
                                    "job_version",
                                    (Admitted admitted) ->
                                            admitted.change.start().job().version())))
                    .toList());
    private static final RowArrays<RunEntity> INSERTED = new RowArrays<>("v", RunColumns.ADDED);

    /** As the table's trigger would fill it in, which costs more. */
    private static final String JOB_REFERENCE =
            "hashtextextended(v.job_name_folded, hashtextextended(v.job_project, hashtextextended(v.job_id, 0)))";

    /** Both locks keep their row from being deleted, and from nothing else. */
    private static final String INSERT =
            """
            with alive as materialized (select 1 from lease where node = ? and boot = ? for key share),
                 known as materialized (select id, version from job where id = any (?) order by id for key share)
            insert into run (%s, job_reference)
            select %s, %s from %s join known on known.id = v.job_id and known.version = v.job_version
            where v.owner_node is null or exists (select 1 from alive)""".formatted(INSERTED.names(), INSERTED.values(), JOB_REFERENCE, ROWS.table());

    /** Of two starts with one id or key that come at once, one is inserted; without either there is nothing to repeat. */
    private static final String UNLESS_TAKEN = " on conflict do nothing";

    private static final String RETURNING = " returning id";

    private final Map<String, Admitted> admitted = new LinkedHashMap<>();
    private final Set<String> inserted = new HashSet<>();
    private final Optional<Owner> owner;

    /** A start and what becomes of it when nothing stands against it. */
    private record Admitted(RunAddition change, Run run, RunEntity row) {}

    /**
     * @param additions that are plain, of one claimant if of any, and no two of one id or key
     * @param numbers at least one for each
     */
    PlainRunAdditions(List<RunAddition> additions, Iterator<RunNumber> numbers) {
        for (RunAddition addition : additions) {
            NewRun start = addition.start();
            Run waiting = start.waiting(numbers.next());
            Run run = start.claimFor()
                    .map(claimant -> waiting.claim(claimant, start.createdAt()))
                    .orElse(waiting)
                    .withVersion(1);
            admitted.put(run.id().value(), new Admitted(addition, run, RunEntity.from(run, start)));
        }
        this.owner = claimant(additions);
    }

    /** Those of these additions that may go together here. */
    static List<RunAddition> among(List<RunAddition> additions) {
        Optional<Owner> claimant = claimant(additions);
        Set<String> ids = new HashSet<>();
        Set<String> keys = new HashSet<>();
        List<RunAddition> plain = new ArrayList<>();
        for (RunAddition addition : additions) {
            NewRun start = addition.start();
            if (!RunAdditionBatch.depends(start)
                    && (start.claimFor().isEmpty() || start.claimFor().equals(claimant))
                    && ids.add(start.id().value())
                    && start.key().stream().allMatch(keys::add)) {
                plain.add(addition);
            }
        }
        return plain;
    }

    private static Optional<Owner> claimant(List<RunAddition> additions) {
        return additions.stream()
                .flatMap(addition -> addition.start().claimFor().stream())
                .findFirst();
    }

    private boolean mayRepeat() {
        return admitted.values().stream()
                .anyMatch(one ->
                        one.change.start().chosen() || one.change.start().key().isPresent());
    }

    @Override
    public String sql() {
        return INSERT + (mayRepeat() ? UNLESS_TAKEN : "") + RETURNING;
    }

    @Override
    public int bind(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, owner.map(Owner::node).orElse(null));
        statement.setString(first + 1, owner.map(Owner::boot).orElse(null));
        String[] jobs = admitted.values().stream()
                .map(one -> one.row.job().jobId())
                .distinct()
                .toArray(String[]::new);
        statement.setArray(first + 2, statement.getConnection().createArrayOf("text", jobs));
        return ROWS.bind(statement, first + 3, List.copyOf(admitted.values()));
    }

    @Override
    public void read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            inserted.add(rows.getString(1));
        }
    }

    @Override
    public List<Change<?>> settle() {
        List<Change<?>> left = new ArrayList<>();
        admitted.forEach((id, one) -> {
            if (inserted.contains(id)) {
                one.change.accept(() -> new AddResult.Added(one.row.read(one.run, 1)));
            } else {
                left.add(one.change);
            }
        });
        return left;
    }
}
