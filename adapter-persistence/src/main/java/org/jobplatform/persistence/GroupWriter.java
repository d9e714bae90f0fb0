package org.jobplatform.persistence;

import java.util.Iterator;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.run.RunNumber;

/**
 * Writes groups of changes, each in a few statements. Rows are locked in one order, by every group and by every claim: runs,
 * then deliveries, then jobs, each by their ids.
 */
final class GroupWriter {
    private final RunNumbers numbers;
    private final RunChangeBatch runChanges;
    private final DeliveryRecordBatch deliveryRecords;
    private final RunAdditionBatch runAdditions;
    private final LogAppendBatch logAppends = new LogAppendBatch();

    GroupWriter(Vendor vendor, RunNumbers numbers, RowLocks locks) {
        this.numbers = numbers;
        this.runChanges = new RunChangeBatch(vendor);
        this.deliveryRecords = new DeliveryRecordBatch(locks);
        this.runAdditions = new RunAdditionBatch(vendor, locks);
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
