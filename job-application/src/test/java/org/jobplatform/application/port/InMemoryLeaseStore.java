package org.jobplatform.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.run.Owner;

/** Leases in memory, by the clock of their storage. */
final class InMemoryLeaseStore implements LeaseStore {
    private final InMemoryStorage storage;

    InMemoryLeaseStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void join(Owner owner, Duration lease) {
        synchronized (storage) {
            storage.leases.put(owner, storage.now().plus(lease));
        }
    }

    @Override
    public boolean renew(Owner owner, Duration lease) {
        synchronized (storage) {
            return storage.leases.replace(owner, storage.now().plus(lease)) != null;
        }
    }

    @Override
    public List<Owner> lapsed(Owner asking, Duration grace) {
        synchronized (storage) {
            Instant now = storage.now();
            return storage.leases.entrySet().stream()
                    .filter(lease -> !lease.getValue().plus(grace).isAfter(now)
                            || (isEarlierLife(lease.getKey(), asking)
                                    && !lease.getValue().isAfter(now)))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    @Override
    public void leave(Owner owner) {
        synchronized (storage) {
            boolean owns = storage.runs.values().stream()
                    .anyMatch(run -> run.owner().filter(owner::equals).isPresent());
            if (!owns) {
                storage.leases.remove(owner);
            }
        }
    }

    private static boolean isEarlierLife(Owner owner, Owner asking) {
        return owner.node().equals(asking.node()) && !owner.equals(asking);
    }
}
