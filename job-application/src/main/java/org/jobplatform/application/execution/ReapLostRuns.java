package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunStatus;

/**
 * Ends, or queues again, the runs that a dead node had claimed, and gives its deliveries back. Any node may do it; each run is
 * settled once.
 */
public final class ReapLostRuns implements Step {
    private static final int AT_ONCE = 200;

    /** Between the death of the last process that a lost node can have had and the next attempt. */
    private static final Duration MARGIN = Duration.ofSeconds(4);

    /** A run that takes every node down with it must not do so for ever. */
    private static final int MOST_ATTEMPTS = 100;

    private final LeaseStore leases;
    private final RunStore runs;
    private final DeliveryStore deliveries;
    private final JobStore jobs;
    private final TaskRunners runners;
    private final FinishRun finish;
    private final Membership membership;
    private final Duration grace;
    private final InstantSource clock;
    private final Signal work;

    /**
     * @param lease the lease that nodes keep; another node's runs are taken a third of it and 4 seconds after its end. With
     *     the default of 15 seconds that is 24 seconds after the last renewal, and a turn each half second settles them
     *     within 25. A node that lives has stopped its own at two thirds of the lease, and a guard that hears nothing any
     *     more has killed its processes by the end of it.
     * @param work wakes the loop that claims waiting runs
     */
    public ReapLostRuns(
            LeaseStore leases,
            RunStore runs,
            DeliveryStore deliveries,
            JobStore jobs,
            TaskRunners runners,
            FinishRun finish,
            Membership membership,
            Duration lease,
            InstantSource clock,
            Signal work) {
        this.leases = leases;
        this.runs = runs;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.runners = runners;
        this.finish = finish;
        this.membership = membership;
        this.grace = lease.dividedBy(3).plus(MARGIN);
        this.clock = clock;
        this.work = work;
    }

    @Override
    public boolean step() {
        List<RuntimeException> broken = new ArrayList<>();
        boolean more = false;
        try {
            for (Owner dead : leases.lapsed(membership.owner(), grace)) {
                // Whether this node is dead is for others to say, and for itself when it keeps its lease.
                if (!dead.equals(membership.owner())) {
                    more |= reap(dead, broken);
                }
            }
        } catch (StorageUnavailable unavailable) {
            // Whose lease has ended stays ended; the next turn goes on.
            return false;
        }
        if (!broken.isEmpty()) {
            throw broken.getFirst();
        }
        return more;
    }

    private boolean reap(Owner dead, List<RuntimeException> broken) {
        List<Run> claimed = runs.ownedBy(dead, AT_ONCE);
        int unsettled = broken.size();
        for (Run run : claimed) {
            try {
                settle(run, dead);
            } catch (StorageUnavailable unavailable) {
                throw unavailable;
            } catch (RuntimeException unexpected) {
                // A run that cannot be settled keeps no other from it.
                broken.add(unexpected);
            }
        }
        int givenBack = deliveries.giveBack(dead, AT_ONCE);
        if (claimed.isEmpty() && givenBack < AT_ONCE) {
            leases.leave(dead);
        }
        return claimed.size() > broken.size() - unsettled || givenBack == AT_ONCE;
    }

    private void settle(Run run, Owner dead) {
        Instant now = clock.instant();
        String message = "node " + dead.node() + " died or lost its lease";
        try {
            if (run.status() != RunStatus.STOPPING && mayBeRepeated(run)) {
                runs.requeue(run.retry(now, now), RunAttempt.over(run, RunStatus.LOST, message, now));
                work.raise();
            } else {
                finish.finish(run.lose(message, now));
            }
        } catch (RunFailure.Stale settledByAnother) {
            // Another node was quicker.
            return;
        }
    }

    private boolean mayBeRepeated(Run run) {
        return run.attempt() < MOST_ATTEMPTS
                && jobs.find(run.job().id())
                        .filter(job -> job.definition().onLost() == OnLost.RETRY
                                || runners.resumes(job.definition().runner()))
                        .isPresent();
    }
}
