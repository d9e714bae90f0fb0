package org.jobplatform.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.persistence.SecretSeal;

/** The file with the key that seals the secrets in the database: 32 bytes in base64, which only its owner may read. */
final class SecretsKey {
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretsKey() {}

    /**
     * The seal by the given file, or by the one in the data folder, which is made when it is missing.
     *
     * @throws StartFailure when the file cannot be read, holds no key, or can be read by others
     */
    static SecretSeal seal(Optional<Path> given, DataFolder folder, RandomIds ids) {
        return given.map(SecretsKey::read).orElseGet(() -> seal(folder.secretsKey(ids), folder.path()));
    }

    private static SecretSeal read(Path file) {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new StartFailure("the key file " + file + " can be used by others: give it mode 0600");
            }
            return seal(Files.readString(file).strip(), file);
        } catch (IOException unreadable) {
            throw new StartFailure("the key file " + file + " cannot be read", unreadable);
        }
    }

    private static SecretSeal seal(String text, Path place) {
        try {
            return new SecretSeal(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            // Without the cause, which may quote the key.
            throw new StartFailure(
                    "the key for secrets in " + place + " is not " + SecretSeal.KEY_BYTES + " bytes in base64");
        }
    }
}
