package org.jobplatform.runner.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jobplatform.domain.run.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders in which commands work: one per attempt, for this user's eyes alone, gone when the attempt has ended. */
final class WorkFolders {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFolders.class);
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path base;

    /** The base folder belongs to this node alone; it is made when needed. */
    WorkFolders(Path base) {
        this.base = base.toAbsolutePath();
    }

    /** A new, empty folder. */
    WorkFolder create(Run run) throws IOException {
        Files.createDirectories(base, PRIVATE);
        Path root = base.resolve(run.id() + "-" + run.attempt());
        delete(root);
        Files.createDirectory(root, PRIVATE);
        return new WorkFolder(root, Files.createDirectory(root.resolve("work"), PRIVATE));
    }

    /** Deletes what an earlier incarnation of this node has left. */
    void clear() throws IOException {
        if (!Files.isDirectory(base)) {
            return;
        }
        try (Stream<Path> folders = Files.list(base)) {
            folders.toList().forEach(WorkFolders::delete);
        }
    }

    /** Deletes a folder and all in it, following no link; what cannot be deleted is named in the server's log. */
    static void delete(Path path) {
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                children(path).forEach(WorkFolders::delete);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("cannot delete {}: {}", path, e.toString());
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
