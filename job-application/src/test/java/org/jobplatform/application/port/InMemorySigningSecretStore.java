package org.jobplatform.application.port;

import java.util.Optional;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SecretFailure;
import org.jobplatform.domain.job.ProjectPath;

/** Signing secrets in memory. */
final class InMemorySigningSecretStore implements SigningSecretStore {
    private final InMemoryStorage storage;

    InMemorySigningSecretStore(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<ProjectSecrets> find(ProjectPath project) {
        synchronized (storage) {
            return Optional.ofNullable(storage.secrets.get(project));
        }
    }

    @Override
    public ProjectSecrets save(ProjectSecrets secrets) {
        synchronized (storage) {
            long stored = find(secrets.project()).map(ProjectSecrets::version).orElse(0L);
            if (stored != secrets.version()) {
                throw new SecretFailure.Stale(secrets.project());
            }
            ProjectSecrets next = secrets.withVersion(stored + 1);
            storage.secrets.put(next.project(), next);
            return next;
        }
    }
}
