package org.jobplatform.faults.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jobplatform.benchmark.server.ServerProcess;

/** One node of a trial, over all its lives. */
public final class Node implements AutoCloseable {
    private static final String JAVA = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m";

    private final Lab lab;
    private final Path folder;
    private final Map<String, String> settings;
    private final Path reports;
    private volatile Optional<ServerProcess> server = Optional.empty();

    Node(Lab lab, Path folder, Map<String, String> settings) {
        this.lab = lab;
        this.folder = folder;
        this.settings = settings;
        this.reports = folder.resolve("breakage");
    }

    private void forgetReports() {
        try {
            Files.deleteIfExists(reports);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts its server and waits until it is ready. */
    public void start() {
        start("");
    }

    /**
     * Starts a server that is broken from within.
     *
     * @param breakage for the agent, such as {@code crash=start-committed:5}; empty for none
     * @throws IllegalStateException when it ends before it is ready
     */
    public void start(String breakage) {
        Map<String, String> environment = new TreeMap<>(settings);
        forgetReports();
        String all = String.join(
                ",",
                Stream.of(lab.mutation(), breakage)
                        .filter(part -> !part.isEmpty())
                        .toList());
        environment.put(
                "JOB_PLATFORM_JAVA_OPTIONS",
                all.isEmpty() ? JAVA : JAVA + " -javaagent:" + lab.agent() + "=" + all + ",reports=" + reports);
        server = Optional.of(ServerProcess.start(lab.installation(), folder, environment, 16));
    }

    /** What the agent said in this node's latest life with one: a line for each class that was changed, one for a crash. */
    public List<String> reports() {
        try {
            return Files.exists(reports) ? Files.readAllLines(reports) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where its server listens, when it has been started. */
    Optional<URI> address() {
        return server.map(
                process -> URI.create("http://127.0.0.1:" + process.address().getPort()));
    }

    /** As {@code kill -9}. */
    public void kill() {
        server.ifPresent(ServerProcess::kill);
    }

    /** Stops the server where it is, until {@link #thaw}; its commands go on. */
    public void freeze() {
        server.ifPresent(process -> Shell.signal("STOP", process.pid()));
    }

    /** Lets it go on. */
    public void thaw() {
        server.ifPresent(process -> Shell.signal("CONT", process.pid()));
    }

    /** Ends it in good order. */
    void stop() {
        server.ifPresent(ServerProcess::close);
    }

    /** Says whether its process is there. */
    public boolean isAlive() {
        return server.filter(ServerProcess::isAlive).isPresent();
    }

    /** The folder with its data and its log. */
    public Path folder() {
        return folder;
    }

    /** What its latest life has logged. */
    public String log() {
        return server.map(ServerProcess::log).orElse("");
    }

    @Override
    public void close() {
        thaw();
        kill();
    }
}
