package org.jobplatform.domain.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.domain.job.ProjectPath;

/**
 * The secrets that sign the callbacks of a project: one, or two while receivers change over. A value: a change returns the
 * next.
 *
 * @param previous signs too until it is retired
 * @param since when the current one was made
 * @param version counts durable changes; 0 for one that is not kept yet
 */
public record ProjectSecrets(
        ProjectPath project, SigningSecret current, Optional<SigningSecret> previous, Instant since, long version) {
    /** The first secret of a project. */
    public static ProjectSecrets first(ProjectPath project, SigningSecret secret, Instant now) {
        return new ProjectSecrets(project, secret, Optional.empty(), now, 0);
    }

    /**
     * With a new secret, beside which the current one stays valid.
     *
     * @throws SecretFailure.StillRotating when an earlier one is still valid
     */
    public ProjectSecrets rotated(SigningSecret next, Instant now) {
        if (previous.isPresent()) {
            throw new SecretFailure.StillRotating(project);
        }
        return new ProjectSecrets(project, next, Optional.of(current), now, version);
    }

    /** Without the previous secret. */
    public ProjectSecrets retired() {
        return new ProjectSecrets(project, current, Optional.empty(), since, version);
    }

    /** As it is kept after a durable change. */
    public ProjectSecrets withVersion(long next) {
        return new ProjectSecrets(project, current, previous, since, next);
    }

    /** Every secret that signs, the current one first. */
    public List<SigningSecret> valid() {
        return Stream.concat(Stream.of(current), previous.stream()).toList();
    }
}
