package org.jobplatform.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jobplatform.bootstrap.settings.SettingKey;
import org.jspecify.annotations.Nullable;

/** A node of a cluster: a server process with a port, a data folder and a log of its own. */
final class ClusterNode {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** For a node to end its work by force after it was left alone, and to close. */
    private static final Duration AFTER_DRAIN = Duration.ofSeconds(40);

    private final String name;
    private final Path data;
    private final Path log;
    private final ClusterSettings shared;
    private final int port;
    private final CompletableFuture<String> said = new CompletableFuture<>();
    private @Nullable Process process;
    private volatile boolean stopping;
    private List<String> command = List.of();
    private URI address = URI.create("");

    /** @param port to listen at, 0 for any */
    ClusterNode(String name, Path folder, ClusterSettings shared, int port) {
        this.name = name;
        this.data = folder.resolve(name);
        this.log = folder.resolve(name + ".log");
        this.shared = shared;
        this.port = port;
    }

    /**
     * Starts the process.
     *
     * @param jobs the folder of job definitions that it applies
     */
    void start(Optional<String> jobs) throws IOException {
        String home = System.getProperty("job.platform.home", ".");
        List<String> words = new ArrayList<>(List.of(
                Path.of(home).resolve("job-platform").toString(),
                "serve",
                "--config",
                shared.file().toString(),
                "--data",
                data.toString()));
        jobs.ifPresent(folder ->
                words.addAll(List.of("--jobs", Path.of(folder).toAbsolutePath().toString())));
        command = List.copyOf(words);
        words.addAll(List.of("--port", Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(log.toFile());
        for (SettingKey key : SettingKey.values()) {
            builder.environment().remove(key.variable());
        }
        Process started = builder.start();
        process = started;
        Thread.ofVirtual().start(() -> read(started));
    }

    /** To its end, so that the process is never held up. */
    private void read(Process started) {
        try (BufferedReader out = started.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.complete(line);
            }
            said.completeExceptionally(new IllegalStateException(name + " has ended"));
        } catch (IOException gone) {
            said.completeExceptionally(gone);
        }
    }

    /**
     * Where it answers, as soon as it does.
     *
     * @throws StartFailure when it does not come to that
     */
    URI awaitReady() throws IOException, InterruptedException {
        try {
            String line = said.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            address = URI.create(line.substring("ready ".length()));
            return address;
        } catch (ExecutionException | TimeoutException notReady) {
            throw new StartFailure(name + " is not ready; its log:\n" + Files.readString(log));
        }
    }

    /** Says so when the process ends unasked, and how to start the node again. */
    void whenItDies(Consumer<String> say) {
        Process started = running();
        Thread.ofVirtual().start(() -> {
            int code = waitFor(started);
            if (!stopping) {
                say.accept(name + " has died (exit code " + code + "); to start it again: " + restart());
            }
        });
    }

    /** What a user types to start it again. */
    String restart() {
        return String.join(" ", command) + " --port " + address.getPort();
    }

    /** Lets every node drain at the same time, and ends by force what has not ended after that. */
    static void stop(List<ClusterNode> nodes, Duration drain) {
        for (ClusterNode node : nodes) {
            node.stopping = true;
            node.running().destroy();
        }
        long deadline = System.nanoTime() + drain.plus(AFTER_DRAIN).toNanos();
        for (ClusterNode node : nodes) {
            try {
                Process process = node.running();
                if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    Path data() {
        return data;
    }

    @Override
    public String toString() {
        return name + " pid " + running().pid() + " log " + log;
    }
}
