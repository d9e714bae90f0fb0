package org.jobplatform.bootstrap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with everything a node keeps on its machine. One server at a time has it; nobody else may look into it. */
final class DataFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_READS_WRITES = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder when it is missing, narrows its permissions, and takes it for this process.
     *
     * @throws StartFailure when it cannot be used or another server has it
     */
    static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            if (!Files.getPosixFilePermissions(folder).equals(OWNER_ONLY)) {
                if (!isEmpty(folder)) {
                    log.warn("Others could look into {}; its permissions are narrowed to its owner", folder);
                }
                Files.setPosixFilePermissions(folder, OWNER_ONLY);
            }
            return new DataFolder(folder, lock(folder));
        } catch (IOException unusable) {
            throw new StartFailure("the data folder " + folder + " cannot be used: " + unusable, unusable);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return file;
            }
        } catch (OverlappingFileLockException thisVeryProcess) {
            log.debug("This process has the folder already", thisVeryProcess);
        }
        file.close();
        throw new StartFailure("another server is using the data folder " + folder);
    }

    Path path() {
        return folder;
    }

    /** The lasting name of the node that lives in this folder; made by the first call. */
    String nodeId(RandomIds ids) {
        return lasting("node.id", () -> "node-" + ids.plainId());
    }

    /** The password of the embedded database in this folder; made by the first call. */
    String databasePassword(RandomIds ids) {
        return lasting("database.password", ids::secret);
    }

    /** The key that seals secrets in the database, in base64; made by the first call. */
    String secretsKey(RandomIds ids) {
        return lasting("secrets.key", ids::key);
    }

    private String lasting(String name, Supplier<String> make) {
        Path file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String made = make.get();
            writePrivately(file, made + "\n");
            return made;
        } catch (IOException unusable) {
            throw new StartFailure("the file " + file + " cannot be used", unusable);
        }
    }

    /** Writes a file that only its owner can read, as a whole or not at all. */
    void writePrivately(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(OWNER_READS_WRITES));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failed) {
            log.warn("The lock of {} could not be given back", folder, failed);
        }
    }
}
