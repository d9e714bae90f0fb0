package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.RunNumber;

/**
 * Writes groups of changes, each in a few statements. Rows are locked in one order, by every group and by every claim: runs,
 * then deliveries, then jobs, each by their ids.
 */
final class GroupWriter {
    private final RunNumbers numbers;
    private final Optional<Exchange> exchange;
    private final RunChangeBatch runChanges;
    private final DeliveryRecordBatch deliveryRecords;
    private final RunAdditionBatch runAdditions;
    private final LogAppendBatch logAppends = new LogAppendBatch();

    /** @param exchange with a database that can judge changes while it makes them */
    GroupWriter(Vendor vendor, RunNumbers numbers, RowLocks locks, Optional<Exchange> exchange) {
        this.numbers = numbers;
        this.exchange = exchange;
        this.runChanges = new RunChangeBatch(vendor);
        this.deliveryRecords = new DeliveryRecordBatch(vendor);
        this.runAdditions = new RunAdditionBatch(vendor, locks);
    }

    /**
     * Decides and durably writes, in one exchange, those changes that need no look before they are made, which are most.
     * Gives the others; when it throws, nothing is decided.
     */
    List<Change<?>> writePlain(List<Change<?>> changes) {
        List<Change<?>> left = new ArrayList<>(changes);
        List<PlainChanges> plain = exchange.isEmpty() ? List.of() : takePlain(left);
        if (!plain.isEmpty()) {
            exchange.orElseThrow().make("a group of changes", plain);
            plain.forEach(part -> left.addAll(part.settle()));
        }
        return left;
    }

    private List<PlainChanges> takePlain(List<Change<?>> from) {
        List<PlainChanges> parts = new ArrayList<>();
        take(
                only(RunChange.class, from).stream()
                        .filter(PlainRunChanges::isPlain)
                        .toList(),
                from,
                PlainRunChanges::new,
                parts);
        take(only(DeliveryRecord.class, from), from, PlainDeliveryRecords::new, parts);
        take(
                PlainRunAdditions.among(only(RunAddition.class, from)),
                from,
                additions -> new PlainRunAdditions(additions, numbers.take(additions.size())),
                parts);
        return parts;
    }

    private static <C extends Change<?>> void take(
            List<C> some, List<Change<?>> from, Function<List<C>, PlainChanges> part, List<PlainChanges> parts) {
        if (!some.isEmpty()) {
            Set<Change<?>> taken = Collections.newSetFromMap(new IdentityHashMap<>());
            taken.addAll(some);
            from.removeIf(taken::contains);
            parts.add(part.apply(some));
        }
    }

    /** Reserves what the group needs, before its transaction begins. */
    Group prepare(List<Change<?>> changes) {
        List<RunAddition> additions = only(RunAddition.class, changes);
        return new Group(changes, additions, numbers.take(additions.size()));
    }

    private static <C> List<C> only(Class<C> kind, List<Change<?>> group) {
        return group.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Changes that share a transaction, with what was reserved for them. */
    final class Group {
        private final List<Change<?>> changes;
        private final List<RunAddition> additions;
        private final Iterator<RunNumber> reserved;

        private Group(List<Change<?>> changes, List<RunAddition> additions, Iterator<RunNumber> reserved) {
            this.changes = changes;
            this.additions = additions;
            this.reserved = reserved;
        }

        /** Decides and writes every change; returns how many there were. To be called once. */
        int write(StatelessSession session) {
            runChanges.write(session, only(RunChange.class, changes));
            deliveryRecords.write(session, only(DeliveryRecord.class, changes));
            runAdditions.write(session, additions, reserved);
            logAppends.write(session, only(LogAppend.class, changes));
            return changes.size();
        }
    }
}
