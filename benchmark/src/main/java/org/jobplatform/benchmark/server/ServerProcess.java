package org.jobplatform.benchmark.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A real server process, started through the launcher, with a scratch data folder. */
public final class ServerProcess implements AutoCloseable {
    /** The administrator's API key. */
    public static final String KEY = "benchmark-key-0123456789abcdef";

    /** The administrator's password. */
    public static final String PASSWORD = "benchmark-password";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final InetSocketAddress address;
    private final Duration startTime;
    private final Thread hook;

    private ServerProcess(Process process, Path log, InetSocketAddress address, Duration startTime, Thread hook) {
        this.process = process;
        this.log = log;
        this.address = address;
        this.startTime = startTime;
        this.hook = hook;
    }

    /**
     * Starts a server and waits until it is ready. Unless the settings say otherwise it may call back to the loopback
     * address.
     *
     * @param folder for its data and its log
     * @param settings variables of its environment
     * @param workers runs that it carries out at once
     */
    public static ServerProcess start(
            Installation installation, Path folder, Map<String, String> settings, int workers) {
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("JOB_PLATFORM_NODE_WORKERS", Integer.toString(workers));
        environment.put("JOB_PLATFORM_HTTP_PORT", "0");
        environment.put("JOB_PLATFORM_DATA_DIR", folder.resolve("data").toString());
        environment.put("JOB_PLATFORM_ADMIN_KEY", KEY);
        environment.put("JOB_PLATFORM_ADMIN_PASSWORD", PASSWORD);
        environment.putIfAbsent("JOB_PLATFORM_CALLBACK_ALLOW", "127.0.0.0/8");
        try {
            Path log = Files.createTempFile(folder, "server", ".log");
            long begin = System.nanoTime();
            Process process =
                    installation.serve(environment).redirectError(log.toFile()).start();
            Thread hook = Thread.ofPlatform().unstarted(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(hook);
            URI ready = awaitReady(process, log);
            Duration startTime = Duration.ofNanos(System.nanoTime() - begin);
            return new ServerProcess(
                    process, log, new InetSocketAddress(ready.getHost(), ready.getPort()), startTime, hook);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static URI awaitReady(Process process, Path log) throws IOException {
        CompletableFuture<@Nullable String> first = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                first.complete(out.readLine());
                out.transferTo(Writer.nullWriter());
            } catch (IOException gone) {
                first.completeExceptionally(gone);
            }
        });
        try {
            String line = first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line != null && line.startsWith("ready ")) {
                return URI.create(line.substring("ready ".length()));
            }
            throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
        } catch (ExecutionException | TimeoutException failed) {
            process.destroyForcibly();
            throw new IllegalStateException("the server is not ready:\n" + Files.readString(log), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** From the start of the process to its word that it is ready. */
    public Duration startTime() {
        return startTime;
    }

    /** What it has written to its log so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The memory that it holds now, in MiB: heap, code, stacks and all. */
    public long residentMebibytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Its number in the system. */
    public long pid() {
        return process.pid();
    }

    /** Says whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}: nothing of it gets to say anything any more. */
    public void kill() {
        process.destroyForcibly();
        close();
    }

    /** Lets it end in good order; by force after a minute. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
