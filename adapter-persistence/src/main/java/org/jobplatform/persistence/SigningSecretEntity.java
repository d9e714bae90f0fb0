package org.jobplatform.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SigningSecret;
import org.jobplatform.domain.job.ProjectPath;
import org.jspecify.annotations.Nullable;

/** A row of {@code signing_secret}; its secrets are sealed. */
@Entity
@Table(name = "signing_secret")
class SigningSecretEntity {
    @Id
    private String project;

    private String latest;
    private @Nullable String previous;
    private Instant since;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    SigningSecretEntity() {}

    static SigningSecretEntity from(ProjectSecrets secrets, SecretSeal seal) {
        String place = place(secrets.project().value());
        SigningSecretEntity entity = new SigningSecretEntity();
        entity.project = secrets.project().value();
        entity.latest = seal.seal(secrets.current().text(), place);
        entity.previous = secrets.previous()
                .map(secret -> seal.seal(secret.text(), place))
                .orElse(null);
        entity.since = Stored.time(secrets.since());
        entity.version = secrets.version();
        return entity;
    }

    ProjectSecrets toSecrets(SecretSeal seal) {
        String place = place(project);
        return new ProjectSecrets(
                new ProjectPath(project),
                new SigningSecret(seal.open(latest, place)),
                Optional.ofNullable(previous).map(text -> new SigningSecret(seal.open(text, place))),
                since,
                version);
    }

    long version() {
        return version;
    }

    private static String place(String project) {
        return "signing_secret:" + project;
    }
}
