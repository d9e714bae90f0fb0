package org.jobplatform.runner.command.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads {@code /proc}. A process that has gone, or that this user may not look into, is an empty answer; a failure of
 * the reading itself (no free file descriptor, say) is an {@link UncheckedIOException}, because it must not look like
 * "nothing there".
 */
final class ProcessTable {

    private static final Path PROC = Path.of("/proc");
    private static final long STOP_SIGNAL = 1L << (19 - 1);
    private static final String MARK = "\0" + RunMark.VARIABLE + "=";

    /** Every process there is, those that only wait to be collected too. */
    List<ProcessEntry> snapshot() {
        String[] names = PROC.toFile().list();
        if (names == null) {
            throw new UncheckedIOException(new IOException("cannot list " + PROC));
        }
        return Arrays.stream(names)
                .filter(name -> Character.isDigit(name.charAt(0)))
                .flatMap(name -> entry(Long.parseLong(name)).stream())
                .toList();
    }

    Optional<ProcessEntry> entry(long pid) {
        return read(pid, "stat").flatMap(ProcessEntry::parse);
    }

    boolean isAlive(ProcessId process) {
        return entry(process.pid())
                .filter(entry -> entry.alive() && entry.id().equals(process))
                .isPresent();
    }

    /**
     * Says whether a signal holds the process, or will before it does anything more. The second is true of a program that
     * starts another by {@code vfork}, as shells do: it waits, and no signal ends that, until the other has begun its own
     * program; when that one is held before, both are.
     */
    boolean isHeld(ProcessEntry entry) {
        return entry.stopped()
                || read(entry.pid(), "status")
                        .filter(ProcessTable::waitsToBeHeld)
                        .isPresent();
    }

    /** Reads {@code /proc/<pid>/status}: uninterruptible, and SIGSTOP, which nobody can ignore, is on its way. */
    static boolean waitsToBeHeld(byte[] status) {
        Map<String, String> fields = new String(status, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line.split(":\\s*", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1], (first, second) -> first));
        return fields.getOrDefault("State", "").startsWith("D")
                && (Long.parseUnsignedLong(fields.getOrDefault("ShdPnd", "0"), 16) & STOP_SIGNAL) != 0;
    }

    /** The run mark in the environment the process was started with. */
    Optional<String> mark(long pid) {
        return read(pid, "environ").flatMap(environment -> {
            String text = "\0" + new String(environment, StandardCharsets.UTF_8);
            int begin = text.indexOf(MARK);
            if (begin < 0) {
                return Optional.empty();
            }
            int end = text.indexOf('\0', begin + MARK.length());
            return Optional.of(text.substring(begin + MARK.length(), end < 0 ? text.length() : end));
        });
    }

    /** The working directory. */
    Optional<Path> directory(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(PROC.resolve(pid + "/cwd")));
        } catch (IOException goneOrForbidden) {
            return Optional.empty();
        }
    }

    /** The number the process has in its own PID namespace. */
    Optional<Long> innerPid(long pid) {
        return read(pid, "status")
                .flatMap(status -> new String(status, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.startsWith("NSpid:"))
                        .map(line -> Long.parseLong(line.substring(line.lastIndexOf('\t') + 1)))
                        .findFirst());
    }

    /** The command line for people, the name in brackets where there is none. */
    String command(ProcessEntry entry) {
        return read(entry.pid(), "cmdline")
                .map(line -> new String(line, StandardCharsets.UTF_8)
                        .replace('\0', ' ')
                        .strip())
                .filter(line -> !line.isEmpty())
                .orElse("[" + entry.name() + "]");
    }

    private static Optional<byte[]> read(long pid, String file) {
        try {
            return Optional.of(Files.readAllBytes(PROC.resolve(pid + "/" + file)));
        } catch (NoSuchFileException | AccessDeniedException goneOrForbidden) {
            return Optional.empty();
        } catch (IOException e) {
            requireReadable(file);
            return Optional.empty();
        }
    }

    /** Tells "that process is ending" from "nothing can be read now" without relying on the system's error texts. */
    private static void requireReadable(String file) {
        try {
            Files.readAllBytes(PROC.resolve("self/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
