package org.jobplatform.application.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jobplatform.application.port.RunNews;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunId;

/**
 * Follows runs as they change, wherever they are carried out. Whoever follows reads the store for himself: nothing is kept
 * for him between two looks but what he was told last, so any server can go on where another has left off.
 */
public final class FollowRuns {
    private final RunNews news;
    private final RunStore runs;
    private final InstantSource clock;

    /** @param news of the same store as {@code runs} */
    public FollowRuns(RunNews news, RunStore runs, InstantSource clock) {
        this.news = news;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Every run that is of interest. The first look tells of those that are carried out, and of what has changed since the
     * position; without one, of nothing that was before now.
     *
     * @param who sees what is told, asked at each look; grants may change meanwhile
     */
    public Following follow(Predicate<Run> interest, Optional<Instant> position, Supplier<Principal> who) {
        return new FollowedRuns(news, runs, clock, shown(interest, who), position);
    }

    /** One run; the first look tells how it is. @throws RunFailure.NotFound when there is none of interest */
    public Following follow(RunId id, Predicate<Run> interest, Supplier<Principal> who) {
        Predicate<Run> shown = shown(interest, who);
        if (runs.find(id).filter(shown).isEmpty()) {
            throw new RunFailure.NotFound("id " + id);
        }
        return new FollowedRun(id, runs, clock, shown);
    }

    private static Predicate<Run> shown(Predicate<Run> interest, Supplier<Principal> who) {
        return interest.and(run -> who.get().may(Permission.RUN_READ, run.job().project()));
    }
}
