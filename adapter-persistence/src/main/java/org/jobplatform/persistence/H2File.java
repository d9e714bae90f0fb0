package org.jobplatform.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an H2 database, which nobody else may read.
 *
 * @param base absolute, without H2's ending
 * @param options of the URL, beginning with a semicolon, or empty
 */
record H2File(Path base, String options) {
    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);
    /** What opening and migrating a database may write, in bytes, and more. */
    private static final int ROOM = 1 << 20;

    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");

    static H2File of(String url) {
        String rest = url.substring("jdbc:h2:".length());
        int semicolon = rest.indexOf(';');
        String name = semicolon < 0 ? rest : rest.substring(0, semicolon);
        name = name.startsWith("file:") ? name.substring("file:".length()) : name;
        name = name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
        return new H2File(Path.of(name).toAbsolutePath().normalize(), semicolon < 0 ? "" : rest.substring(semicolon));
    }

    /**
     * The URL under which the file is opened: every commit is written before it returns, and an interrupted thread does not
     * close the file under all others, as it would on H2's ordinary file channel, nor does a full disk.
     */
    String url() {
        return "jdbc:h2:" + PatientFilePath.nameOf(base) + options
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=2000;TRACE_LEVEL_FILE=0;OPTIMIZE_REUSE_RESULTS=FALSE";
    }

    /** The file itself. */
    Path file() {
        return base.resolveSibling(base.getFileName() + ".mv.db");
    }

    /** Makes the folder, keeps others out of it, and sees that it takes what is written. */
    void prepare() throws IOException {
        Path folder = folder();
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWN_FOLDER));
        } else {
            keepOthersOut(folder);
        }
        requireRoom(folder);
    }

    /** On a full disk H2 and the migrations fail too, but of the disk they say nothing. */
    private void requireRoom(Path folder) throws IOException {
        Path probe = base.resolveSibling(base.getFileName() + ".room");
        try {
            Files.write(probe, new byte[ROOM]);
            Files.deleteIfExists(probe);
        } catch (IOException refused) {
            removeQuietly(probe);
            throw new IOException(
                    "the folder " + folder + " does not take what is written: " + refused.getMessage(), refused);
        }
    }

    private static void removeQuietly(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException left) {
            LOG.debug("{} is left", probe, left);
        }
    }

    private static void keepOthersOut(Path folder) throws IOException {
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(folder);
        // A folder that everybody writes to, such as /tmp, is not ours to close.
        if (!OWN_FOLDER.containsAll(found) && !found.contains(PosixFilePermission.OTHERS_WRITE)) {
            LOG.warn("the folder {} was open to other users and is closed to them now", folder);
            Files.setPosixFilePermissions(folder, OWN_FOLDER);
        }
    }

    /** Keeps others out of the files of the database. */
    void protect() throws IOException {
        String prefix = base.getFileName() + ".";
        try (var files = Files.newDirectoryStream(
                folder(), file -> file.getFileName().toString().startsWith(prefix))) {
            for (Path file : files) {
                if (!Files.getPosixFilePermissions(file).equals(EnumSet.copyOf(OWN_FILE))) {
                    Files.setPosixFilePermissions(file, OWN_FILE);
                }
            }
        }
    }

    private Path folder() {
        Path parent = base.getParent();
        return parent == null ? base : parent;
    }
}
