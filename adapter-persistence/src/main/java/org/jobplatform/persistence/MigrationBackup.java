package org.jobplatform.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of an H2 file as it was before its schema is changed. H2 commits every statement that changes a schema by itself, so
 * that a server which is killed in the middle leaves a schema between two versions, to which no migration fits any more. The
 * copy is there from before the first statement until after the last: whoever finds one begins again from it.
 *
 * <p>To be used while this process does not have the database open: closing any other handle of the file would give H2's lock
 * on it away.
 */
final class MigrationBackup {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationBackup.class);

    private final Path file;
    private final Path copy;

    private MigrationBackup(Path file) {
        this.file = file;
        this.copy = file.resolveSibling(file.getFileName() + ".before-migration");
    }

    /** For an H2 database; PostgreSQL changes a schema as a whole or not at all. */
    static Optional<MigrationBackup> of(DatabaseSettings settings) {
        if (settings.vendor() != Vendor.H2) {
            return Optional.empty();
        }
        return Optional.of(new MigrationBackup(H2File.of(settings.url()).file()));
    }

    /**
     * Takes the database back to the copy, when there is one: the migration that made it did not end. The copy stays, since
     * the next one may not end either.
     */
    void restore() {
        if (Files.notExists(copy)) {
            return;
        }
        alone(from -> {
            // Another server may have ended the migration meanwhile.
            if (Files.exists(copy)) {
                LOG.warn("the schema of {} was left between two versions; it is taken back to {}", file, copy);
                // Into the same file, whose lock keeps others out until it is whole.
                fill(from, copy);
            }
        });
    }

    /** Makes the copy, when there is none. */
    void make() {
        alone(database -> {
            if (Files.exists(copy)) {
                return;
            }
            Path draft = copy.resolveSibling(copy.getFileName() + ".new");
            try {
                Files.deleteIfExists(draft);
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (FileChannel target = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    transfer(database, target);
                }
                Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
                flushFolder();
            } finally {
                Files.deleteIfExists(draft);
            }
        });
    }

    /** Deletes the copy: the schema is whole. Only after that may anything be acknowledged, which the copy does not have. */
    void drop() {
        try {
            if (Files.deleteIfExists(copy)) {
                flushFolder();
            }
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private interface Work {
        void on(FileChannel database) throws IOException;
    }

    /** Does nothing when another server has the database, which opening it will say. */
    private void alone(Work work) {
        try (FileChannel database = FileChannel.open(
                        file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
                FileLock lock = database.tryLock()) {
            if (lock != null) {
                work.on(database);
            }
        } catch (OverlappingFileLockException anotherOfThisProcess) {
            return;
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private static void fill(FileChannel target, Path source) throws IOException {
        try (FileChannel content = FileChannel.open(source, StandardOpenOption.READ)) {
            target.truncate(0);
            transfer(content, target);
        }
    }

    private static void transfer(FileChannel source, FileChannel target) throws IOException {
        long size = source.size();
        long done = 0;
        while (done < size) {
            done += source.transferTo(done, size - done, target.position(done));
        }
        target.force(true);
    }

    /** Names of files that were made, moved or deleted outlive a loss of power only after this. */
    private void flushFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private DatabaseUnusable unusable(IOException failed) {
        return new DatabaseUnusable(
                "the schema cannot be brought up to date without a copy of " + file + " beside it: "
                        + failed.getMessage(),
                failed);
    }
}
