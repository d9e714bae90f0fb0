package org.jobplatform.application.usecase;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.ChainPlan;

/**
 * Finds what follows a job in its chain: the jobs it names, each followed by those that it names itself, and no job twice. Of
 * jobs beyond {@link ChainPlan#MAXIMUM_LENGTH} none is taken; one that is missing is, so that its absence is seen.
 */
final class PlanChain {
    private PlanChain() {}

    /** The plan; empty when nothing follows. */
    static Optional<ChainPlan> of(Job first, Map<String, String> given, Function<JobId, Optional<Job>> jobs) {
        Set<JobId> found = new LinkedHashSet<>();
        Deque<JobId> ahead = new ArrayDeque<>(first.definition().next());
        while (!ahead.isEmpty() && found.size() < ChainPlan.MAXIMUM_LENGTH) {
            JobId next = ahead.pop();
            if (!next.equals(first.id()) && found.add(next)) {
                List<JobId> following = new ArrayList<>(
                        jobs.apply(next).map(job -> job.definition().next()).orElse(List.of()));
                following.reversed().forEach(ahead::push);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new ChainPlan(List.copyOf(found), given));
    }
}
