package org.jobplatform.bootstrap;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jobplatform.bootstrap.settings.SettingKey;

/**
 * The settings that the nodes of a cluster have in common, as a file, so that a node can be started again by hand with
 * nothing else.
 */
record ClusterSettings(Path file) {
    /** What each node has of its own. */
    private static final Set<SettingKey> OWN = Set.of(SettingKey.HTTP_PORT, SettingKey.DATA_DIR, SettingKey.JOBS_DIR);

    /** Writes what the user's file and environment say, and what else counts more than these. */
    void write(Optional<Path> given, Map<String, String> environment, Map<SettingKey, String> further)
            throws IOException {
        Properties settings = new Properties();
        if (given.isPresent()) {
            try (var text = Files.newBufferedReader(given.get())) {
                settings.load(text);
            }
        }
        for (SettingKey key : SettingKey.values()) {
            Optional.ofNullable(environment.get(key.variable()))
                    .ifPresent(value -> settings.setProperty(key.key(), value));
            if (OWN.contains(key)) {
                settings.remove(key.key());
            }
        }
        further.forEach((key, value) -> settings.setProperty(key.key(), value));
        settings.putIfAbsent(SettingKey.SECRETS_KEY_FILE.key(), sharedKey().toString());
        StringWriter text = new StringWriter();
        settings.store(text, "What the nodes of this cluster have in common");
        Files.deleteIfExists(file);
        writePrivately(file, text.toString());
    }

    /** What one node seals, every other must open: the key that all of them use, made when it is missing. */
    private Path sharedKey() throws IOException {
        Path key = file.toAbsolutePath().resolveSibling("secrets.key");
        if (!Files.exists(key)) {
            writePrivately(key, new RandomIds().key() + "\n");
        }
        return key;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }
}
