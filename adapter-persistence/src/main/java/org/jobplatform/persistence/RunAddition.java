package org.jobplatform.persistence;

import java.util.Optional;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.application.port.NewRun;

/** A run to be admitted. */
final class RunAddition extends Change<AddResult> {
    private final NewRun start;

    RunAddition(NewRun start) {
        this.start = start;
    }

    NewRun start() {
        return start;
    }

    /** Starts that are counted against each other go by their job, repeats of one key by the key. */
    @Override
    String route() {
        if (RunAdditionBatch.depends(start)) {
            return start.job().id().value();
        }
        return start.key().orElse(start.id().value());
    }

    /** A node that wanted the run for itself and did not get it met a limit, which holds for the others too. */
    @Override
    Optional<Announcement> news() {
        return start.claimFor().isEmpty() ? Optional.of(new Announcement.RunWaits()) : Optional.empty();
    }
}
