package org.jobplatform.application.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** Follows one run to its end, or until it is deleted. */
final class FollowedRun implements Following {
    private final RunId id;
    private final RunStore runs;
    private final InstantSource clock;
    private final Predicate<Run> interest;
    private final ToldRuns told = new ToldRuns();
    private Instant position;
    private boolean over;

    FollowedRun(RunId id, RunStore runs, InstantSource clock, Predicate<Run> interest) {
        this.id = id;
        this.runs = runs;
        this.clock = clock;
        this.interest = interest;
        this.position = clock.instant();
    }

    @Override
    public List<RunEvent> look() {
        position = clock.instant();
        Optional<Run> run = runs.find(id).filter(interest);
        over = run.isEmpty() || run.get().isEnded();
        return run.flatMap(found -> told.tell(found).map(kind -> new RunEvent(kind, found, position))).stream()
                .toList();
    }

    @Override
    public boolean hasMore() {
        return false;
    }

    @Override
    public Instant position() {
        return position;
    }

    @Override
    public boolean isOver() {
        return over;
    }
}
