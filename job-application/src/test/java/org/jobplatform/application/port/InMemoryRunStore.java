package org.jobplatform.application.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;

/** Runs in memory. */
final class InMemoryRunStore implements RunStore {
    private final InMemoryStorage storage;

    InMemoryRunStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public AddResult add(NewRun start) {
        synchronized (storage) {
            Optional<Run> earlier = earlier(start);
            if (earlier.isPresent()) {
                return new AddResult.Repeated(earlier.get());
            }
            Job job = Optional.ofNullable(storage.jobs.get(start.job().id()))
                    .orElseThrow(
                            () -> new JobFailure.NotFound("id " + start.job().id()));
            if (job.version() != start.job().version()) {
                throw new JobFailure.Stale(job.id());
            }
            admit(start);
            Run waiting = start.waiting(new RunNumber(++storage.lastNumber));
            Run added = start.claimFor()
                    .filter(node -> storage.leases.containsKey(node) && storage.hasFreeSlot(job))
                    .map(node -> waiting.claim(node, start.createdAt()))
                    .orElse(waiting)
                    .withVersion(1);
            storage.runs.put(added.id(), added);
            storage.fingerprints.put(added.id(), start.fingerprint());
            start.key().ifPresent(key -> storage.keys.put(key, added.id()));
            if (start.request().plan().isPresent()) {
                storage.chained.add(added.id());
            }
            storage.announceOf(added);
            return new AddResult.Added(added);
        }
    }

    private Optional<Run> earlier(NewRun start) {
        if (storage.runs.containsKey(start.id())) {
            return Optional.of(same(start, start.id(), "run id " + start.id()));
        }
        return start.key()
                .flatMap(key -> Optional.ofNullable(storage.keys.get(key))
                        .map(id -> same(start, id, "idempotency key " + key)));
    }

    private Run same(NewRun start, RunId earlier, String description) {
        if (!start.fingerprint().equals(storage.fingerprints.get(earlier))) {
            throw new RunFailure.Conflicting(description);
        }
        return find(earlier).orElseThrow();
    }

    private void admit(NewRun start) {
        long unfinished =
                storage.runsOf(start.job().id()).filter(run -> !run.isEnded()).count();
        if (start.alone() && unfinished > 0) {
            throw new RunFailure.AlreadyActive(start.job().id());
        }
        start.concurrency()
                .filter(limit -> limit.whenFull() == Concurrency.WhenFull.REJECT)
                .filter(limit -> !limit.admits((int) unfinished))
                .ifPresent(limit -> {
                    throw new RunFailure.LimitReached(start.job().id(), limit.limit());
                });
    }

    @Override
    public List<Run> claim(Owner owner, int limit, Instant now) {
        synchronized (storage) {
            if (!storage.leases.containsKey(owner)) {
                return List.of();
            }
            List<Run> claimed = new ArrayList<>();
            for (Run run : inTurn(now)) {
                if (claimed.size() < limit && hasFreeSlot(run)) {
                    claimed.add(put(run.claim(owner, now)));
                    storage.lastJob = run.job().id().value();
                }
            }
            return List.copyOf(claimed);
        }
    }

    /** By priority, then by the place of each run among those of its job, then from the job after the last on. */
    private List<Run> inTurn(Instant now) {
        String last = storage.lastJob;
        Map<Run, Integer> places = new HashMap<>();
        Map<List<Object>, Integer> counts = new HashMap<>();
        storage.runs.values().stream()
                .filter(run -> isDue(run, now))
                .sorted(InMemoryStorage.OLDEST_FIRST)
                .forEach(run -> places.put(
                        run, counts.merge(List.of(run.job().id(), run.request().priority()), 1, Integer::sum)));
        return places.keySet().stream()
                .sorted(Comparator.comparingInt((Run run) -> -run.request().priority())
                        .thenComparing(places::get)
                        .thenComparing(run -> run.job().id().value().compareTo(last) <= 0)
                        .thenComparing(run -> run.job().id().value()))
                .toList();
    }

    private static boolean isDue(Run run, Instant now) {
        return run.state() instanceof RunState.Queued queued
                && !queued.notBefore().isAfter(now);
    }

    private boolean hasFreeSlot(Run run) {
        return Optional.ofNullable(storage.jobs.get(run.job().id()))
                .map(storage::hasFreeSlot)
                .orElse(true);
    }

    @Override
    public Run update(Run changed) {
        if (changed.isEnded()) {
            throw new IllegalArgumentException("run " + changed.id() + " has ended");
        }
        synchronized (storage) {
            requireFresh(changed);
            return put(changed);
        }
    }

    @Override
    public Run requeue(Run waiting, RunAttempt made) {
        if (waiting.status() != RunStatus.QUEUED) {
            throw new IllegalArgumentException("run " + waiting.id() + " does not wait");
        }
        synchronized (storage) {
            requireFresh(waiting);
            storage.made.computeIfAbsent(waiting.id(), id -> new ArrayList<>()).add(made);
            return put(waiting);
        }
    }

    @Override
    public Run finish(Run ended, Optional<Delivery> delivery) {
        if (!ended.isEnded()) {
            throw new IllegalArgumentException("run " + ended.id() + " has not ended");
        }
        synchronized (storage) {
            requireFresh(ended);
            delivery.ifPresent(storage::addDelivery);
            return put(ended);
        }
    }

    private void requireFresh(Run changed) {
        boolean fresh = find(changed.id())
                .map(kept -> kept.version() == changed.version())
                .orElse(false);
        if (!fresh) {
            throw new RunFailure.Stale(changed.id());
        }
    }

    private Run put(Run changed) {
        Run next = changed.withVersion(changed.version() + 1);
        storage.runs.put(next.id(), next);
        storage.announceOf(next);
        return next;
    }

    @Override
    public Optional<Run> find(RunId id) {
        synchronized (storage) {
            return Optional.ofNullable(storage.runs.get(id));
        }
    }

    @Override
    public List<Run> ownedBy(Owner owner, int limit) {
        synchronized (storage) {
            return storage.runs.values().stream()
                    .filter(run -> run.owner().filter(owner::equals).isPresent())
                    .sorted(InMemoryStorage.OLDEST_FIRST)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Run> asked(Owner owner) {
        return ownedBy(owner, Integer.MAX_VALUE).stream()
                .filter(run -> run.status() == RunStatus.STOPPING || run.status() == RunStatus.PAUSED)
                .toList();
    }
}
