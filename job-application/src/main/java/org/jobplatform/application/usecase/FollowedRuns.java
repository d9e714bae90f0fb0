package org.jobplatform.application.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jobplatform.application.port.RunNews;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * Follows all runs, in rounds. A round reads what waits or has ended since a little before the round before, page by page,
 * then what is carried out, and then each run that was carried out and no longer is.
 *
 * <p>A change carries the time at which a node made it and is seen when it is kept. What is read again bridges the time
 * between, and the difference between the clocks of nodes.
 */
final class FollowedRuns implements Following {
    /** Within a stream a run that was carried out is never missed, so that this is for runs that came and went unseen. */
    static final Duration READ_AGAIN = Duration.ofSeconds(10);

    /** After a break nothing is known of what was carried out. */
    static final Duration READ_AGAIN_AFTER_BREAK = Duration.ofMinutes(1);

    private static final int PAGE = 500;

    private final RunNews news;
    private final RunStore runs;
    private final InstantSource clock;
    private final Predicate<Run> interest;
    private final ToldRuns told = new ToldRuns();
    private Instant position;
    private Instant from;
    private Instant roundBegan;
    private Optional<Run> after = Optional.empty();
    private boolean hasMore = true;

    /** What was before now is told only of a reader that was there before. */
    private boolean silent;

    FollowedRuns(
            RunNews news, RunStore runs, InstantSource clock, Predicate<Run> interest, Optional<Instant> position) {
        this.news = news;
        this.runs = runs;
        this.clock = clock;
        this.interest = interest;
        this.silent = position.isEmpty();
        this.roundBegan = clock.instant();
        this.position = position.filter(given -> given.isBefore(roundBegan)).orElse(roundBegan);
        this.from = this.position.minus(silent ? READ_AGAIN : READ_AGAIN_AFTER_BREAK);
    }

    @Override
    public List<RunEvent> look() {
        if (!hasMore) {
            hasMore = true;
            roundBegan = clock.instant();
            from = position.minus(READ_AGAIN);
        }
        List<RunEvent> events = new ArrayList<>();
        List<Run> page = news.settledSince(from, after, PAGE);
        for (Run run : page) {
            tell(run, events, !silent);
        }
        if (page.size() == PAGE) {
            after = Optional.of(page.getLast());
            advance(page.getLast().state().since());
        } else {
            endRound(events);
        }
        return events;
    }

    private void endRound(List<RunEvent> events) {
        List<Run> inWork = news.inWork();
        inWork.forEach(run -> tell(run, events, true));
        for (RunId gone : told.inWorkBut(inWork)) {
            Optional<Run> run = runs.find(gone);
            if (run.isEmpty()) {
                told.forget(gone);
            }
            run.ifPresent(found -> tell(found, events, true));
        }
        after = Optional.empty();
        hasMore = false;
        silent = false;
        advance(roundBegan);
        told.forgetSettledBefore(position.minus(READ_AGAIN));
    }

    private void tell(Run run, List<RunEvent> events, boolean aloud) {
        if (interest.test(run)) {
            told.tell(run).filter(kind -> aloud).ifPresent(kind -> events.add(new RunEvent(kind, run, position)));
        }
    }

    /** Never back, and never beyond the time at which the round began. */
    private void advance(Instant to) {
        if (to.isAfter(position)) {
            position = to.isBefore(roundBegan) ? to : roundBegan;
        }
    }

    @Override
    public boolean hasMore() {
        return hasMore;
    }

    @Override
    public Instant position() {
        return position;
    }

    @Override
    public boolean isOver() {
        return false;
    }
}
