package org.jobplatform.persistence;

import java.util.Optional;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunState;

/** A run as it is to be kept, and what comes with it: the delivery with its end, the attempt it made with another wait. */
final class RunChange extends Change<Run> {
    private final Run run;
    private final Optional<Delivery> delivery;
    private final Optional<RunAttempt> made;

    private RunChange(Run run, Optional<Delivery> delivery, Optional<RunAttempt> made) {
        this.run = run;
        this.delivery = delivery;
        this.made = made;
    }

    static RunChange update(Run run) {
        return new RunChange(run, Optional.empty(), Optional.empty());
    }

    static RunChange requeue(Run waiting, RunAttempt made) {
        return new RunChange(waiting, Optional.empty(), Optional.of(made));
    }

    static RunChange finish(Run ended, Optional<Delivery> delivery) {
        return new RunChange(ended, delivery, Optional.empty());
    }

    Run run() {
        return run;
    }

    /** It is made; the caller is told what is in this row from now on. */
    void acceptAs(RunEntity row) {
        accept(() -> row.read(run, row.version() + 1));
    }

    Optional<Delivery> delivery() {
        return delivery;
    }

    Optional<RunAttempt> made() {
        return made;
    }

    @Override
    String route() {
        return run.id().value();
    }

    @Override
    Optional<Announcement> news() {
        return switch (run.state()) {
            case RunState.Queued queued
            when !queued.notBefore().isAfter(queued.since()) -> Optional.of(new Announcement.RunWaits());
            case RunState.Stopping stopping ->
                Optional.of(new Announcement.Wish(stopping.owner().node()));
            case RunState.Paused paused ->
                Optional.of(new Announcement.Wish(paused.owner().node()));
            default -> Optional.empty();
        };
    }
}
