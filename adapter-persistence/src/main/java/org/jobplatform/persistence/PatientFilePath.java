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

    /** One scheme in front of the other: writes that wait, made by H2's asynchronous file channel. */
    private static final String PREFIX = SCHEME + ":async:";

    /** The name by which H2 opens this file so. */
    static String nameOf(Path file) {
        FilePath.register(new PatientFilePath());
        return PREFIX + file;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new PatientFile(Path.of(name.substring(PREFIX.length())), super.open(mode));
    }
}
