package org.jobplatform.runner.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Processes that are found by a number in their command line, which is another way than the one under test: scripts get
 * the number as {@code $1} and pass it to {@code sleep}.
 */
final class Sleepers implements AutoCloseable {

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000);

    private final String seconds = "4000." + ProcessHandle.current().pid() + NEXT.incrementAndGet();

    String seconds() {
        return seconds;
    }

    List<String> shell(String script) {
        return List.of("/bin/sh", "-c", script, "script", seconds);
    }

    /** Every living process whose command line ends with the number: the sleeping ones and not the shells. */
    List<Long> alive() {
        return pids("sleep\0" + seconds + "\0");
    }

    static List<Long> pids(String commandLinePart) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .filter(name -> commandLine(name).contains(commandLinePart))
                    .map(Long::parseLong)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void awaitCount(int count) {
        await("%d of %s".formatted(count, seconds), () -> alive().size() == count);
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time to wait for " + what).isLessThan(deadline);
            Pause.of(Duration.ofMillis(10));
        }
    }

    /** Says whether a signal holds the process. */
    static boolean isHeld(long pid) {
        return new ProcessTable().entry(pid).filter(ProcessEntry::stopped).isPresent();
    }

    private static String commandLine(String pid) {
        try {
            return Files.readString(Path.of("/proc", pid, "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        alive().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
}
