package org.jobplatform.faults.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobplatform.benchmark.server.Installation;
import org.jspecify.annotations.Nullable;

/** What all trials share: what is tried, where its files are, and one PostgreSQL, started when it is first needed. */
public final class Lab implements AutoCloseable {
    private final Path launcher;
    private final Path distribution;
    private final Path agent;
    private final Path folder;
    private final boolean isLong;
    private final String mutation;
    private final AtomicInteger folders = new AtomicInteger();
    private final Optional<Lab> origin;
    private @Nullable PostgresServer postgres;

    /**
     * @param launcher the {@code job-platform} command of a checkout
     * @param distribution a folder with {@code lib/*.jar}
     * @param agent the jar that breaks servers from within
     * @param folder for everything that the trials write
     * @param isLong whether there is time for the default lease and for many repeats
     */
    public Lab(Path launcher, Path distribution, Path agent, Path folder, boolean isLong) {
        this(launcher, distribution, agent, folder, isLong, "", Optional.empty());
    }

    private Lab(
            Path launcher,
            Path distribution,
            Path agent,
            Path folder,
            boolean isLong,
            String mutation,
            Optional<Lab> origin) {
        this.launcher = launcher;
        this.distribution = distribution;
        this.agent = agent;
        this.folder = folder;
        this.isLong = isLong;
        this.mutation = mutation;
        this.origin = origin;
    }

    /** The same with servers that are worse by this mutation. */
    public Lab mutated(String name) {
        return new Lab(launcher, distribution, agent, newFolder("mutant"), isLong, "mutate=" + name, Optional.of(this));
    }

    /** Whether there is time. */
    public boolean isLong() {
        return isLong;
    }

    /** How often something is repeated. */
    public int times(int inShort, int inLong) {
        return isLong ? inLong : inShort;
    }

    /** How long a silent node counts as alive, in seconds. */
    public int leaseSeconds() {
        return isLong ? 15 : 3;
    }

    /** The number of the user that runs the programme is root's. */
    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    Installation installation() {
        return new Installation(launcher, distribution);
    }

    /** How long to wait for everything to come to rest; servers that are worse on purpose may never. */
    Duration patience() {
        return mutation.isEmpty() ? Duration.ofSeconds(60) : Duration.ofSeconds(10);
    }

    String mutation() {
        return mutation;
    }

    /** The agent, under a name without blanks, which separate the options of the JVM. */
    Path agent() {
        Path copy = folder.resolve("agent.jar");
        try {
            if (Files.notExists(copy)) {
                Files.copy(agent, copy);
            }
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new folder whose name begins so. */
    public Path newFolder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name + "-" + folders.incrementAndGet()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The shared PostgreSQL. */
    public synchronized PostgresServer postgres() {
        if (origin.isPresent()) {
            return origin.get().postgres();
        }
        if (postgres == null) {
            postgres = PostgresServer.start(folder, folder.resolve("postgresql"));
        }
        return postgres;
    }

    @Override
    public synchronized void close() {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }
}
