package org.jobplatform.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.domain.access.Reach;
import org.jobplatform.domain.job.JobId;

/** Ended runs of one job or of those within somebody's reach, in the embedded database. An index has those of each job in order. */
final class EmbeddedEndedPage implements EndedPage {
    private final StatelessSession session;
    private final RunFilter filter;
    private final RunPlace end;

    /** @param from the run to begin with; the last that ended when empty */
    EmbeddedEndedPage(StatelessSession session, Optional<JobId> job, Reach reach, Optional<RunPlace> from) {
        this.session = session;
        RunFilter within = RunFilter.ALL.within(reach);
        this.filter = job.map(within::withJob).orElse(within);
        this.end = from.map(first -> new RunPlace(first.time(), first.number() + 1))
                .orElse(RunPlace.NEWEST);
    }

    @Override
    public List<RunEntity> runs(int limit) {
        return newest(limit).runs();
    }

    @Override
    public Optional<RunPlace> place(int after) {
        return newest(after + 1).places().stream().skip(after).findFirst();
    }

    private NewestPlaces newest(int most) {
        NewestPlaces newest = new NewestPlaces(session, "r.ended_at", RunPlace.OLDEST.time(), end, most);
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = JobConditions.OF_RUNS.all(filter, values);
        conditions.add("r.job_id = :ofJob");
        NativeQuery<Object[]> ofJob = newest.strand("run_ended_last_of_job", conditions, "r.job_id, ", values);
        for (String job : JobConditions.known(session, filter)) {
            newest.add(ofJob.setParameter("ofJob", job));
        }
        return newest;
    }
}
