package org.jobplatform.application.execution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.callback.SecretFailure;
import org.jobplatform.domain.callback.SigningSecret;
import org.jobplatform.domain.job.ProjectPath;

/**
 * The secrets of the projects, made when they are first needed. A change that another node has made is known within ten
 * seconds. Safe for use by many threads.
 */
public final class SigningSecrets {
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final SigningSecretStore store;
    private final IdSource ids;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Map<ProjectPath, Known> known = new ConcurrentHashMap<>();

    /** What the store said, and when. */
    private record Known(ProjectSecrets secrets, long nanos) {
        boolean isGood(long now) {
            return now - nanos < GOOD_FOR.toNanos();
        }
    }

    /** @param nanoTime time that only goes forward, in nanoseconds from any origin */
    public SigningSecrets(SigningSecretStore store, IdSource ids, InstantSource clock, LongSupplier nanoTime) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * The secrets to sign with: perhaps ten seconds old, or older while the store is out of reach.
     *
     * @throws StorageUnavailable when they are not known here and the store is out of reach
     */
    public ProjectSecrets toSignWith(ProjectPath project) {
        Optional<Known> last = Optional.ofNullable(known.get(project));
        if (last.isPresent() && last.get().isGood(nanoTime.getAsLong())) {
            return last.get().secrets();
        }
        try {
            return current(project);
        } catch (StorageUnavailable unavailable) {
            return last.map(Known::secrets).orElseThrow(() -> unavailable);
        }
    }

    /** The secrets as they are kept. */
    public ProjectSecrets current(ProjectPath project) {
        return remember(store.find(project).orElseGet(() -> made(project)));
    }

    /**
     * Keeps changed secrets; this node signs with them at once.
     *
     * @throws SecretFailure.Stale when they were changed by somebody else
     */
    public ProjectSecrets save(ProjectSecrets changed) {
        return remember(store.save(changed));
    }

    /** A secret that never was. */
    public SigningSecret next() {
        return SigningSecret.of(digest(ids.secret()));
    }

    private ProjectSecrets made(ProjectPath project) {
        try {
            return store.save(ProjectSecrets.first(project, next(), clock.instant()));
        } catch (SecretFailure.Stale madeByAnother) {
            return store.find(project).orElseThrow(() -> madeByAnother);
        }
    }

    private ProjectSecrets remember(ProjectSecrets secrets) {
        known.put(secrets.project(), new Known(secrets, nanoTime.getAsLong()));
        return secrets;
    }

    /** As many bytes as the signature has, of a text with at least as much chance in it. */
    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
