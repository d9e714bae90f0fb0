package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RetentionPolicy;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** The deletion of old runs in memory. Content that is not visible is never kept there, so none strays. */
final class InMemoryRunRetention implements RunRetention {
    private static final Comparator<Run> LAST_ENDED_FIRST = Comparator.comparing(
                    (Run run) -> run.endedAt().orElseThrow())
            .thenComparingInt(run -> run.number().value())
            .reversed();

    private final InMemoryStorage storage;

    InMemoryRunRetention(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Sweep> sweep(RetentionPolicy policy, Instant now, Optional<JobId> after, int most) {
        synchronized (storage) {
            Optional<JobId> next = jobs(after).findFirst();
            return next.map(job -> {
                List<Run> due = due(policy, now, job, most);
                due.forEach(run -> delete(run.id()));
                return new Sweep(job, due.size(), due.size() == most);
            });
        }
    }

    @Override
    public List<DueRuns> due(RetentionPolicy policy, Instant now, Optional<JobId> after, int jobs, int most) {
        synchronized (storage) {
            return jobs(after)
                    .limit(jobs)
                    .map(job -> {
                        int due = due(policy, now, job, most + 1).size();
                        return new DueRuns(ended(job).findFirst().orElseThrow().job(), Math.min(due, most), due > most);
                    })
                    .toList();
        }
    }

    @Override
    public int dropStrayContent(int most) {
        return 0;
    }

    private Stream<JobId> jobs(Optional<JobId> after) {
        return storage.runs.values().stream()
                .filter(Run::isEnded)
                .map(run -> run.job().id())
                .distinct()
                .filter(job -> after.map(last -> job.value().compareTo(last.value()) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(JobId::value));
    }

    private Stream<Run> ended(JobId job) {
        return storage.runsOf(job).filter(Run::isEnded).sorted(LAST_ENDED_FIRST);
    }

    private List<Run> due(RetentionPolicy policy, Instant now, JobId job, int most) {
        Instant before = policy.endedBefore(now, storage.now());
        return ended(job)
                .skip(policy.keep())
                .filter(run -> run.endedAt().orElseThrow().isBefore(before))
                .filter(run -> deliveries(run.id()).allMatch(Delivery::isSettled))
                .limit(most)
                .toList();
    }

    private Stream<Delivery> deliveries(RunId run) {
        return storage.deliveries.values().stream()
                .filter(delivery -> delivery.run().equals(run));
    }

    private void delete(RunId run) {
        deliveries(run).map(Delivery::id).toList().forEach(delivery -> {
            storage.deliveries.remove(delivery);
            storage.attempts.remove(delivery);
        });
        storage.made.remove(run);
        storage.logs.remove(run);
        storage.contents.remove(run);
        storage.fingerprints.remove(run);
        storage.keys.values().remove(run);
        storage.runs.remove(run);
    }
}
