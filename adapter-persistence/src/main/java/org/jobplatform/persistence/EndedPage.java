package org.jobplatform.persistence;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobId;

/** Ended runs, the last ended first, from one of them on. */
interface EndedPage {
    /** So many of the runs. */
    List<RunEntity> runs(int limit);

    /** The place of a run, so many after the first; empty when there are fewer. */
    Optional<RunPlace> place(int after);

    /** Whether each job is looked at by itself: where an index has all runs in order, that is not worth it. */
    static boolean isByJobs(Vendor vendor, Optional<JobId> job, Reach reach) {
        return reach instanceof Reach.Folders || (vendor == Vendor.H2 && job.isPresent());
    }

    /**
     * The page that costs least.
     *
     * @param from the run to begin with; the last that ended when empty
     */
    static EndedPage of(
            StatelessSession session, Vendor vendor, Optional<JobId> job, Reach reach, Optional<RunPlace> from) {
        if (!isByJobs(vendor, job, reach)) {
            return new EndedInOrder(session, job, from);
        }
        return switch (vendor) {
            case POSTGRESQL -> new StrandEndedPage(session, job, reach, from);
            case H2 -> new EmbeddedEndedPage(session, job, reach, from);
        };
    }
}
