package org.jobplatform.bootstrap.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A real server process, started through the launcher from the distribution that the build has just made. */
final class ServerProcess implements AutoCloseable {
    static final String PASSWORD = "correct-horse-battery";
    static final String KEY = "end-to-end-key-0123456789abcdef";

    private static final Path ROOT = root();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;
    private final URI address;

    private ServerProcess(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Everything a server is started with; each call gives another process on the same data. */
    static final class Plan {
        private final Path data;
        private final Map<String, String> environment = new TreeMap<>();
        private final List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));

        Plan(Path folder) {
            data = folder.resolve("data");
            arguments.addAll(List.of("--data", data.toString()));
            environment.put("JOB_PLATFORM_ADMIN_PASSWORD", PASSWORD);
            environment.put("JOB_PLATFORM_ADMIN_KEY", KEY);
            environment.put("JOB_PLATFORM_CALLBACK_ALLOW", "127.0.0.1");
        }

        Plan withJobs(Path folder) {
            arguments.addAll(List.of("--jobs", folder.toString()));
            return this;
        }

        Plan withExampleJobs() {
            return withJobs(ROOT.resolve("examples/jobs"));
        }

        Plan with(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        Path data() {
            return data;
        }

        ServerProcess start() {
            try {
                Files.createDirectories(data);
                Path log = Files.createTempFile(data.getParent(), "server", ".log");
                Process process = launcher(environment, arguments)
                        .redirectError(log.toFile())
                        .start();
                return new ServerProcess(process, log, awaitReady(process, log));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** The launcher with these arguments, its environment cut down to what it needs. */
    static ProcessBuilder launcher(Map<String, String> environment, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("job-platform").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("JOB_PLATFORM_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "JOB_PLATFORM_DISTRIBUTION",
                        ROOT.resolve("bootstrap/target/distribution").toString());
        builder.environment().put("JOB_PLATFORM_JAVA_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m");
        builder.environment().putAll(environment);
        return builder;
    }

    private static URI awaitReady(Process process, Path log) throws IOException {
        CompletableFuture<@Nullable String> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                ready.complete(out.readLine());
                while (out.readLine() != null) {
                    // Standard output is read to its end, so that the server is never held up.
                    Thread.onSpinWait();
                }
            } catch (IOException gone) {
                ready.completeExceptionally(gone);
            }
        });
        try {
            String line = ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line != null && line.startsWith("ready ")) {
                return URI.create(line.substring("ready ".length()));
            }
            throw new IllegalStateException("the server said '" + line + "':\n" + Files.readString(log));
        } catch (ExecutionException | TimeoutException failed) {
            process.destroyForcibly();
            throw new IllegalStateException("the server is not ready:\n" + Files.readString(log), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** What it has written to standard error so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@code kill -9}: nothing of it gets to say anything any more. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    /** As {@code kill}: it drains. Returns the exit code. */
    int terminate() {
        process.destroy();
        awaitEnd(PATIENCE);
        return process.exitValue();
    }

    private void awaitEnd(Duration longest) {
        try {
            if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server lives on:\n" + log());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("job-platform"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests must run inside the checkout");
            }
        }
        return folder;
    }

    static Path checkout() {
        return ROOT;
    }
}
