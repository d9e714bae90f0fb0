package org.jobplatform.application.port;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;

/** How runs in memory are looked up. */
final class InMemoryRunIndex implements RunIndex {
    private static final Comparator<RunCursor> CREATION = Comparator.comparing(RunCursor::createdAt)
            .thenComparingInt(cursor -> cursor.number().value());
    private static final Comparator<Run> LAST_ENDED_FIRST = Comparator.comparing(
                    (Run run) -> run.endedAt().orElseThrow())
            .thenComparingInt(run -> run.number().value())
            .reversed();

    private final InMemoryStorage storage;

    InMemoryRunIndex(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Run> find(RunNumber number) {
        synchronized (storage) {
            return storage.runs.values().stream()
                    .filter(run -> run.number().equals(number))
                    .findAny();
        }
    }

    @Override
    public List<Run> page(RunFilter filter, Optional<RunCursor> after, int limit) {
        synchronized (storage) {
            Set<RunId> begun = filter.text().map(this::begunBy).orElse(Set.of());
            return storage.runs.values().stream()
                    .filter(run -> matches(filter, run, begun))
                    .filter(run -> after.map(last -> CREATION.compare(RunCursor.of(run), last) < 0)
                            .orElse(true))
                    .sorted(InMemoryStorage.OLDEST_FIRST.reversed())
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Run> startedBy(String requester, Reach reach, int limit) {
        synchronized (storage) {
            return storage.runs.values().stream()
                    .filter(run -> run.request().requester().equals(requester))
                    .filter(run -> reach.includes(run.job().project()))
                    .sorted(InMemoryStorage.OLDEST_FIRST.reversed())
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Run> unfinished(JobId job) {
        synchronized (storage) {
            return storage.runsOf(job)
                    .filter(run -> !run.isEnded())
                    .sorted(InMemoryStorage.OLDEST_FIRST)
                    .toList();
        }
    }

    @Override
    public int unfinished(ProjectPath project) {
        synchronized (storage) {
            return (int) storage.runs.values().stream()
                    .filter(run -> !run.isEnded() && run.job().project().equals(project))
                    .count();
        }
    }

    @Override
    public List<Run> ended(Optional<JobId> job, Reach reach, int offset, int limit) {
        synchronized (storage) {
            return storage.runs.values().stream()
                    .filter(Run::isEnded)
                    .filter(run -> reach.includes(run.job().project()))
                    .filter(run -> job.map(run.job().id()::equals).orElse(true))
                    .sorted(LAST_ENDED_FIRST)
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Run> chain(RunId first) {
        return comingOf(List.of(first), Origin.Kind.CHAIN);
    }

    @Override
    public List<Run> steps(Collection<RunId> flows) {
        return comingOf(flows, Origin.Kind.STEP);
    }

    private List<Run> comingOf(Collection<RunId> roots, Origin.Kind kind) {
        synchronized (storage) {
            return storage.runs.values().stream()
                    .filter(run -> run.request()
                            .origin()
                            .filter(origin -> roots.contains(origin.root()) && origin.kind() == kind)
                            .isPresent())
                    .sorted(Comparator.comparingInt(
                            run -> run.request().origin().orElseThrow().position()))
                    .toList();
        }
    }

    @Override
    public List<RunAttempt> attempts(RunId run) {
        synchronized (storage) {
            return List.copyOf(storage.made.getOrDefault(run, List.of()));
        }
    }

    private Set<RunId> begunBy(String text) {
        return storage.runs.keySet().stream()
                .filter(id -> lower(id.value()).startsWith(lower(text)))
                .sorted(Comparator.comparing(RunId::value).reversed())
                .limit(RunFilter.MOST_IDS)
                .collect(Collectors.toSet());
    }

    private static boolean matches(RunFilter filter, Run run, Set<RunId> begun) {
        return filter.reach().includes(run.job().project())
                && (filter.statuses().isEmpty() || filter.statuses().contains(run.status()))
                && filter.job().map(run.job().id()::equals).orElse(true)
                && filter.project().map(run.job().project()::equals).orElse(true)
                && filter.dialect().map(run.request().dialect()::equals).orElse(true)
                && filter.from().map(from -> !run.createdAt().isBefore(from)).orElse(true)
                && filter.to().map(run.createdAt()::isBefore).orElse(true)
                && filter.text()
                        .map(text -> begun.contains(run.id())
                                || lower(run.job().name().value()).contains(lower(text)))
                        .orElse(true);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
