package org.jobplatform.persistence;

import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SecretFailure;
import org.jobplatform.domain.job.ProjectPath;

/** Signing secrets in the database, sealed. */
final class HibernateSigningSecretStore implements SigningSecretStore {
    private final Sessions sessions;
    private final SecretSeal seal;

    HibernateSigningSecretStore(Sessions sessions, SecretSeal seal) {
        this.sessions = sessions;
        this.seal = seal;
    }

    @Override
    public Optional<ProjectSecrets> find(ProjectPath project) {
        return sessions.read(
                "finding signing secrets",
                session -> Optional.ofNullable(session.get(SigningSecretEntity.class, project.value()))
                        .map(entity -> entity.toSecrets(seal)));
    }

    @Override
    public ProjectSecrets save(ProjectSecrets secrets) {
        return sessions.write("keeping signing secrets", session -> save(session, secrets));
    }

    private ProjectSecrets save(StatelessSession session, ProjectSecrets secrets) {
        SigningSecretEntity stored =
                session.get(SigningSecretEntity.class, secrets.project().value(), LockMode.PESSIMISTIC_WRITE);
        if ((stored == null ? 0 : stored.version()) != secrets.version()) {
            throw new SecretFailure.Stale(secrets.project());
        }
        if (stored == null) {
            session.insert(SigningSecretEntity.from(secrets.withVersion(1), seal));
        } else {
            session.update(SigningSecretEntity.from(secrets, seal));
        }
        return secrets.withVersion(secrets.version() + 1);
    }
}
