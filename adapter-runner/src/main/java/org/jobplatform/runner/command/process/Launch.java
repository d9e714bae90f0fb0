package org.jobplatform.runner.command.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param program an executable's absolute path and its arguments, passed on as they are
 * @param environment all of the program's environment; nothing of the server's is added but the run's mark
 * @param folder the working directory, which belongs to this attempt alone
 * @param mark the run's attempt
 */
public record Launch(List<String> program, Map<String, String> environment, Path folder, RunMark mark) {

    /** Refuses a program without an absolute path and a relative folder by {@link IllegalArgumentException}. */
    public Launch {
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
        // A name without a slash could be one of the shell's own commands.
        if (program.isEmpty() || !program.getFirst().startsWith("/") || !folder.isAbsolute()) {
            throw new IllegalArgumentException("program and folder need absolute paths: " + program + ", " + folder);
        }
    }
}
