package org.jobplatform.application.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jobplatform.application.execution.LiveRuns;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.domain.access.Permission;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;

/** What a run waits for: its time, a slot of its job, or room on a node. */
final class WaitReasons {
    private static final int MOST_NAMED = 10;
    private static final Set<RunStatus> OWNED =
            Arrays.stream(RunStatus.values()).filter(RunStatus::isOwned).collect(Collectors.toSet());

    private final RunIndex index;
    private final JobStore jobs;
    private final LiveRuns live;
    private final Membership membership;
    private final InstantSource clock;

    WaitReasons(RunIndex index, JobStore jobs, LiveRuns live, Membership membership, InstantSource clock) {
        this.index = index;
        this.jobs = jobs;
        this.live = live;
        this.membership = membership;
        this.clock = clock;
    }

    List<String> of(Run run, RunState.Queued queued, Principal who) {
        Instant now = clock.instant();
        List<String> reasons = new ArrayList<>();
        if (queued.notBefore().isAfter(now)) {
            reasons.add("Its next attempt begins at " + Words.time(queued.notBefore())
                    + " or later: its job wants a wait between attempts.");
        }
        Optional<Job> job = jobs.find(run.job().id());
        if (job.isEmpty()) {
            reasons.add("Its job was deleted; it fails as soon as a node takes it.");
        }
        job.flatMap(found -> fullLimit(found, who)).ifPresent(reasons::add);
        if (reasons.isEmpty()) {
            reasons.add(room());
        }
        return reasons;
    }

    private Optional<String> fullLimit(Job job, Principal who) {
        return job.definition().concurrency().flatMap(limit -> fullLimit(job, limit, who));
    }

    private Optional<String> fullLimit(Job job, Concurrency limit, Principal who) {
        RunFilter atWork = RunFilter.ALL.withJob(job.id()).withStatuses(OWNED);
        List<Run> owned = index.page(atWork, Optional.empty(), limit.limit());
        if (limit.admits(owned.size())) {
            return Optional.empty();
        }
        List<String> names = owned.stream()
                .filter(run -> who.may(Permission.RUN_READ, run.job().project()))
                .map(run -> run.id() + " (" + run.status() + ")")
                .toList();
        return Optional.of("Job " + job.definition().path() + " allows " + limit.limit()
                + (limit.limit() == 1 ? " run" : " runs") + " at once, and these are carried out: "
                + Words.some(names, MOST_NAMED) + ".");
    }

    private String room() {
        String node = membership.owner().node();
        if (live.workers() == 0) {
            return "Node " + node + " only answers; another node takes the run when it has room.";
        }
        if (!membership.isAccepting()) {
            return "Node " + node + " shuts down; another node takes the run when it has room.";
        }
        if (live.hasRoom()) {
            return "Node " + node + " has room and takes the run at its next look, a second from now at most,"
                    + " unless others of higher priority or age come first.";
        }
        return "No node has had room for it: node " + node + " carries out " + live.size() + " of at most "
                + live.workers() + " runs; what waits goes by priority, then by age.";
    }
}
