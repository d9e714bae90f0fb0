package org.jobplatform.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file of H2 that outlives a full disk: while its database is open, a write waits until it can be made. H2 takes a write that
 * fails for the end of the file. It closes it under everybody, and a thread that is in the middle of a transaction then may
 * never come back, but go round for ever in H2's count of those who use a version ({@code MVStore.registerVersionUsage}, H2
 * 2.5.252, found with {@code faults/run --only disk-full} one time in ten).
 *
 * <p>Public with a public constructor because H2 makes its paths by reflection.
 */
public final class PatientFilePath extends FilePathWrapper {
    private static final String SCHEME = "patient";

    /** Says where H2 finds such files. */
    static void register() {
        FilePath.register(new PatientFilePath());
    }

    /** The beginning of the name of such a file. */
    static String prefix() {
        return SCHEME + ":";
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new PatientFile(fileOf(name), super.open(mode));
    }

    /** H2 names a file by one scheme in front of the other. */
    private static Path fileOf(String name) {
        return Path.of(name.substring(name.lastIndexOf(':') + 1));
    }
}
