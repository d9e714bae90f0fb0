package org.jobplatform.application.port;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;

/** Jobs in memory. */
final class InMemoryJobStore implements JobStore {
    private static final Comparator<JobCursor> PLACES = Comparator.comparing(
                    (JobCursor place) -> place.project().value())
            .thenComparing(place -> place.name().value());
    private static final Comparator<Job> ORDER = Comparator.comparing(JobCursor::of, PLACES);

    private final InMemoryStorage storage;

    InMemoryJobStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Job save(Job job) {
        synchronized (storage) {
            if (job.version() == 0) {
                refuseIfTaken(other -> other.id().equals(job.id()), "id " + job.id());
            } else {
                requireFresh(job.id(), job.version());
            }
            Predicate<Job> another = other -> !other.id().equals(job.id());
            refuseIfTaken(
                    another.and(other -> other.federatedId().equals(job.federatedId())),
                    "federated id " + job.federatedId());
            refuseIfTaken(
                    another.and(other -> JobCursor.of(other).equals(JobCursor.of(job))),
                    "name " + job.definition().path());
            Job next = job.withVersion(job.version() + 1);
            storage.jobs.put(next.id(), next);
            return next;
        }
    }

    @Override
    public void delete(JobId id, long version) {
        synchronized (storage) {
            requireFresh(id, version);
            if (storage.hasUnfinishedRuns(id)) {
                throw new JobFailure.HasUnfinishedRuns(id);
            }
            storage.jobs.remove(id);
        }
    }

    @Override
    public Optional<Job> find(JobId id) {
        synchronized (storage) {
            return Optional.ofNullable(storage.jobs.get(id));
        }
    }

    @Override
    public Optional<Job> find(FederatedId id) {
        return sorted(job -> job.federatedId().equals(id), 1).stream().findFirst();
    }

    @Override
    public List<Job> named(JobName name, Reach reach) {
        return sorted(
                job -> job.definition().name().equals(name)
                        && reach.includes(job.definition().project()),
                Integer.MAX_VALUE);
    }

    @Override
    public List<Job> page(JobFilter filter, Optional<JobCursor> after, int limit) {
        return sorted(
                job -> matches(filter, job)
                        && after.map(last -> PLACES.compare(JobCursor.of(job), last) > 0)
                                .orElse(true),
                limit);
    }

    private List<Job> sorted(Predicate<Job> wanted, int limit) {
        synchronized (storage) {
            return storage.jobs.values().stream()
                    .filter(wanted)
                    .sorted(ORDER)
                    .limit(limit)
                    .toList();
        }
    }

    private void requireFresh(JobId id, long version) {
        if (find(id).filter(kept -> kept.version() == version).isEmpty()) {
            throw new JobFailure.Stale(id);
        }
    }

    private void refuseIfTaken(Predicate<Job> taken, String description) {
        if (storage.jobs.values().stream().anyMatch(taken)) {
            throw new JobFailure.Taken(description);
        }
    }

    private static boolean matches(JobFilter filter, Job job) {
        return filter.reach().includes(job.definition().project())
                && filter.project().map(job.definition().project()::equals).orElse(true)
                && filter.type().map(job.definition().type()::equals).orElse(true)
                && filter.text()
                        .map(text -> lower(job.definition().name().value()).contains(lower(text)))
                        .orElse(true);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
