package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunStatus;

/**
 * Finds runs that this node has claimed without learning of it: the store made the change, and its answer was lost. Nobody
 * else would ever carry them out, since the node lives. Used on the thread that claims, so that no claim is under way.
 */
final class StrayClaims {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final RunStore runs;
    private final LiveRuns live;
    private final InstantSource clock;
    private Instant lookedAt = Instant.MIN;

    StrayClaims(RunStore runs, LiveRuns live, InstantSource clock) {
        this.runs = runs;
        this.live = live;
        this.clock = clock;
    }

    /** At most so many strays, each claimed anew; none while the last look is not long ago. */
    List<Run> find(Owner owner, int most) {
        Instant now = clock.instant();
        // A clock that was set back must not put the next look off.
        if (!now.isBefore(lookedAt) && now.isBefore(lookedAt.plus(INTERVAL))) {
            return List.of();
        }
        List<Run> strays = new ArrayList<>();
        for (Run run : runs.ownedBy(owner, live.size() + most)) {
            if (strays.size() < most && isUntouched(run) && !live.knows(run.id())) {
                retake(run).ifPresent(strays::add);
            }
        }
        lookedAt = now;
        return strays;
    }

    /** What was ever carried out here has left the node only with a state in which it is nobody's. */
    private static boolean isUntouched(Run run) {
        return run.status() == RunStatus.STARTING || run.status() == RunStatus.STOPPING;
    }

    /** A change without a difference: it fails when the run was looked at before it came here and has ended since. */
    private Optional<Run> retake(Run stray) {
        try {
            return Optional.of(runs.update(stray));
        } catch (RunFailure.Stale movedOn) {
            return Optional.empty();
        }
    }
}
