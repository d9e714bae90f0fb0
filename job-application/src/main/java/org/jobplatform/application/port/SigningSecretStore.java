package org.jobplatform.application.port;

import java.util.Optional;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.job.ProjectPath;

/** Where the secrets are kept that sign callbacks, in a form that a copy of the store does not give away. */
public interface SigningSecretStore {
    /** The secrets of a project. */
    Optional<ProjectSecrets> find(ProjectPath project);

    /**
     * Inserts secrets of version 0, or replaces those whose version these have. Returns them with the next version.
     *
     * @throws org.jobplatform.domain.callback.SecretFailure.Stale when the stored version is another
     */
    ProjectSecrets save(ProjectSecrets secrets);
}
