package org.jobplatform.application.usecase;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;

/** What was told of which run last, for as long as it can come up again. */
final class ToldRuns {
    private record Told(long version, RunStatus status, int attempt, Instant since) {}

    private final Map<RunId, Told> last = new HashMap<>();

    /** What is new of this run; empty when nothing is. Counts as told from now on. */
    Optional<RunEvent.Kind> tell(Run run) {
        Told now =
                new Told(run.version(), run.status(), run.attempt(), run.state().since());
        Told before = last.get(run.id());
        if (before != null && before.version() >= now.version()) {
            return Optional.empty();
        }
        last.put(run.id(), now);
        boolean sameState = before != null && before.status() == now.status() && before.attempt() == now.attempt();
        return Optional.of(sameState ? RunEvent.Kind.PROGRESS : RunEvent.Kind.STATE);
    }

    /** The runs that were carried out when they were told of last, but for these. */
    Set<RunId> inWorkBut(List<Run> others) {
        Set<RunId> found = new HashSet<>();
        last.forEach((id, told) -> {
            if (told.status().isOwned()) {
                found.add(id);
            }
        });
        others.forEach(run -> found.remove(run.id()));
        return found;
    }

    void forget(RunId id) {
        last.remove(id);
    }

    /** Forgets those that wait or have ended since before this time. */
    void forgetSettledBefore(Instant time) {
        last.values().removeIf(told -> !told.status().isOwned() && told.since().isBefore(time));
    }
}
