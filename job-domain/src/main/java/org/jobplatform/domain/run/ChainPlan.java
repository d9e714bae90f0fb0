package org.jobplatform.domain.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.Parameters;

/**
 * What is still to come in a chain, as it was decided at its start.
 *
 * @param following the jobs that follow, in their order; 1 to {@link #MAXIMUM_LENGTH}
 * @param given the parameters that the start gave, which are laid over the defaults of each of these jobs
 */
public record ChainPlan(List<JobId> following, Map<String, String> given) {
    /** Most jobs that follow the first one. */
    public static final int MAXIMUM_LENGTH = 100;

    /** @throws IllegalArgumentException when nothing follows, or too much */
    public ChainPlan {
        following = List.copyOf(following);
        given = Parameters.copyOf(given);
        if (following.isEmpty() || following.size() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("1 to " + MAXIMUM_LENGTH + " jobs must follow in a chain");
        }
    }

    /** The job that follows first. */
    public JobId next() {
        return following.getFirst();
    }

    /** What is to come after that; empty when it is the last. */
    public Optional<ChainPlan> rest() {
        return following.size() == 1
                ? Optional.empty()
                : Optional.of(new ChainPlan(following.subList(1, following.size()), given));
    }
}
