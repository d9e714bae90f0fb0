package org.jobplatform.persistence;

import java.util.List;
import org.hibernate.StatelessSession;

/**
 * Writes a group of changes in a few batches. Rows are locked in one order, by every group and by every claim: runs, then
 * deliveries, then jobs, each by their ids.
 */
final class GroupWriter {
    private final RunNumbers numbers;
    private final RunChangeBatch runChanges;
    private final DeliveryRecordBatch deliveryRecords;
    private final RunAdditionBatch runAdditions;
    private final LogAppendBatch logAppends;

    GroupWriter(RunNumbers numbers, RowLocks locks) {
        this.numbers = numbers;
        this.runChanges = new RunChangeBatch(locks);
        this.deliveryRecords = new DeliveryRecordBatch(locks);
        this.runAdditions = new RunAdditionBatch(locks, numbers);
        this.logAppends = new LogAppendBatch();
    }

    /** Reserves what the group needs, before its transaction begins. */
    void prepare(List<Change<?>> group) {
        numbers.reserve(only(RunAddition.class, group).size());
    }

    /** Decides and writes every change; returns how many there were. */
    int write(StatelessSession session, List<Change<?>> group) {
        runChanges.write(session, only(RunChange.class, group));
        deliveryRecords.write(session, only(DeliveryRecord.class, group));
        runAdditions.write(session, only(RunAddition.class, group));
        logAppends.write(session, only(LogAppend.class, group));
        return group.size();
    }

    private static <C> List<C> only(Class<C> kind, List<Change<?>> group) {
        return group.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
