package org.jobplatform.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the file of an open database takes what is written to it. As long as the database is open, a write that fails is
 * made again until it does not, see {@link PatientFilePath}, and the log says so once. Thread-safe.
 */
final class FileWrites implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWrites.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Map<Path, FileWrites> OPEN = new ConcurrentHashMap<>();

    private final boolean mayFail;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable IOException> trouble = new AtomicReference<>();

    private FileWrites(boolean mayFail) {
        this.mayFail = mayFail;
    }

    /** Those of the database in this file, which has been opened. @throws IOException when it is not there */
    static FileWrites of(Path file) throws IOException {
        FileWrites writes = new FileWrites(true);
        OPEN.put(file.toRealPath(), writes);
        return writes;
    }

    /** Those of a database that is none of this process. They never fail. */
    static FileWrites elsewhere() {
        return new FileWrites(false);
    }

    /** Those of a file that somebody writes to, when a database is open in it. */
    static Optional<FileWrites> to(Path file) {
        return Optional.ofNullable(OPEN.get(file));
    }

    /** Whether a write could have to be made again. */
    boolean mayFail() {
        return mayFail;
    }

    /** Why a write has to be made again just now. */
    Optional<IOException> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /** A write failed: waits until it is worth another attempt. False when the database is being closed instead. */
    boolean awaitNextAttempt(IOException failure) {
        if (trouble.getAndSet(failure) == null) {
            LOG.warn("The file of the database takes no writes; they wait: {}", failure.toString());
        }
        return !Uninterrupted.isZeroWithin(closed, PAUSE);
    }

    /** A write that had failed was made. */
    void succeeded() {
        if (trouble.getAndSet(null) != null) {
            LOG.info("The file of the database takes writes again");
        }
    }

    /** From now on a write that fails has failed. */
    @Override
    public void close() {
        closed.countDown();
        OPEN.values().remove(this);
    }
}
