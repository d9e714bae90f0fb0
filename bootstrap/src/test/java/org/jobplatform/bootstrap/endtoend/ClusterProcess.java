package org.jobplatform.bootstrap.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The cluster command as a user runs it, with the nodes that it has said to be ready. */
final class ClusterProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private ClusterProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** A node as the command names it. */
    record Node(URI address, long pid) {
        static Node parse(String ready) {
            String[] words = ready.split(" ", -1);
            return new Node(URI.create(words[1]), Long.parseLong(words[4]));
        }

        Api api() {
            return Api.anonymous(address).with("Authorization", "Bearer " + ServerProcess.KEY);
        }

        boolean isAlive() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }

        void kill() {
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        }
    }

    /** Starts it, and returns when all nodes are ready and it has said what to try. */
    static ClusterProcess start(Path folder, String... arguments) {
        List<String> words = new ArrayList<>(List.of("cluster", "--port", "0"));
        words.addAll(List.of(arguments));
        Map<String, String> environment = new TreeMap<>(Map.of(
                "JOB_PLATFORM_ADMIN_PASSWORD",
                ServerProcess.PASSWORD,
                "JOB_PLATFORM_ADMIN_KEY",
                ServerProcess.KEY,
                "JOB_PLATFORM_NODE_LEASE",
                "PT3S",
                "JOB_PLATFORM_NODE_DRAIN",
                "PT0S",
                "JOB_PLATFORM_JAVA_OPTIONS",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -Djava.io.tmpdir=" + folder));
        Path log = folder.resolve("cluster.log");
        try {
            Process process = ServerProcess.launcher(environment, words)
                    .redirectError(log.toFile())
                    .start();
            ClusterProcess cluster = new ClusterProcess(process, log);
            Thread.ofVirtual().start(cluster::read);
            cluster.awaitLine("Ctrl-C");
            return cluster;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(said::add);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The line with these words, as soon as it is said. */
    String awaitLine(String words) {
        return Waiting.until("the cluster says '" + words + "', which has said " + said, PATIENCE, () -> {
            Optional<String> line =
                    said.stream().filter(text -> text.contains(words)).findFirst();
            if (line.isEmpty() && !process.isAlive()) {
                throw new AssertionError("the cluster ended: " + said + "\n" + errors());
            }
            return line;
        });
    }

    List<Node> nodes() {
        return said.stream()
                .filter(line -> line.startsWith("ready "))
                .map(Node::parse)
                .toList();
    }

    List<String> said() {
        return List.copyOf(said);
    }

    String errors() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As Ctrl-C, but for this process only. Returns the exit code. */
    int terminate() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the cluster lives on:\n" + errors());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        terminate();
    }
}
