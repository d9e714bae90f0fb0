package org.jobplatform.faults.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jobplatform.faults.agent.Mutation;
import org.jobplatform.faults.judge.Verdict;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;

/** A server that is made worse on purpose; it must not get through the fault that finds it. */
public final class Mutant implements Fault {
    private final Mutation mutation;
    private final Fault finder;

    /** @param finder the fault whose rows must be bad */
    public Mutant(Mutation mutation, Fault finder) {
        this.mutation = mutation;
        this.finder = finder;
    }

    @Override
    public String name() {
        return "mutant-" + mutation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String description() {
        return mutation.description() + "; " + finder.name() + " must be bad";
    }

    @Override
    public List<Row> tryOut(Lab lab) {
        List<Row> rows = finder.tryOut(lab.mutated(mutation.name()));
        return rows.stream()
                .filter(row -> !found(row).isEmpty())
                .findFirst()
                .map(row -> List.of(red(row)))
                .orElseGet(() -> List.of(Row.failed(name(), finder.name() + " did not notice the mutant")));
    }

    /** A crash that did not come is bad, and says nothing of the mutant. */
    private static List<String> found(Row row) {
        return row.allComplaints().stream()
                .filter(complaint -> !complaint.equals(CrashPoints.NOT_REACHED))
                .toList();
    }

    private Row red(Row found) {
        String first = found(found).getFirst();
        return new Row(
                name() + " in " + found.fault(),
                found.database(),
                found.verdict().map(Mutant::accepted),
                found.detection(),
                found.recovery(),
                List.of(),
                Optional.of("red, as it must be: " + first));
    }

    /** The figures, without the complaints, for these were wanted. */
    private static Verdict accepted(Verdict found) {
        return new Verdict(
                found.acknowledged(),
                found.lost(),
                found.doubled(),
                found.overlapping(),
                found.notCalledBack(),
                List.of());
    }
}
