package org.jobplatform.application.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunStatus;

/** What has become of runs in memory. */
final class InMemoryRunNews implements RunNews {
    private static final Comparator<Run> LATEST_LAST = Comparator.comparing(
                    (Run run) -> run.state().since())
            .thenComparingInt(run -> run.number().value());

    private final InMemoryStorage storage;

    InMemoryRunNews(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<Run> settledSince(Instant from, Optional<Run> after, int limit) {
        synchronized (storage) {
            return storage.runs.values().stream()
                    .filter(run -> run.isEnded() || run.status() == RunStatus.QUEUED)
                    .filter(run -> !run.state().since().isBefore(from))
                    .filter(run -> after.map(last -> LATEST_LAST.compare(run, last) > 0)
                            .orElse(true))
                    .sorted(LATEST_LAST)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Run> inWork() {
        synchronized (storage) {
            return storage.runs.values().stream()
                    .filter(run -> run.status().isOwned())
                    .toList();
        }
    }
}
