package org.jobplatform.faults.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.faults.judge.Effect;

/** The program of the jobs that leave effects: one line when it begins, goes on and ends, in one file for all. */
final class Program {
    private static final String TEXT = """
            #!/bin/sh
            # Says in the file $1 that this attempt begins, goes on $2 times, and ends.
            read -r execution </proc/sys/kernel/random/uuid
            say() {
              echo "$JOB_RUN_ID $JOB_ATTEMPT $execution $1" >>"$effects"
            }
            effects=$1
            say BEGIN
            beats=$2
            while [ "$beats" -gt 0 ]; do
              sleep 0.2
              say BEAT
              beats=$((beats - 1))
            done
            say END
            """;

    private final Path effects;
    private final Path program;

    Program(Path folder) {
        try {
            effects = Files.createFile(folder.resolve("effects"));
            program = Files.writeString(folder.resolve("work.sh"), TEXT);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The arguments of a job that goes on for so many fifths of a second, in JSON. */
    String arguments(int beats) {
        return "[\"" + program + "\",\"" + effects + "\",\"" + beats + "\"]";
    }

    /** What it has done so far, in the order in which it was done. */
    List<Effect> effects() {
        try (Stream<String> lines = Files.lines(effects)) {
            return lines.map(Program::read).flatMap(Optional::stream).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<Effect> read(String line) {
        String[] words = line.split(" ", -1);
        // A program that is killed may leave half a line.
        return words.length == 4
                ? Optional.of(new Effect(words[0], Integer.parseInt(words[1]), words[2], Effect.Kind.valueOf(words[3])))
                : Optional.empty();
    }
}
