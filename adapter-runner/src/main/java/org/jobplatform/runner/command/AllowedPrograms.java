package org.jobplatform.runner.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The programs that jobs may run. Folders are followed to where they really are ({@code /bin} may be {@code /usr/bin}),
 * but the last name is taken as it is: one file may be many programs by its name.
 */
final class AllowedPrograms {

    private final Set<Path> programs;

    /** Allows these absolute paths, all programs when there are none. */
    AllowedPrograms(List<Path> programs) {
        this.programs = programs.stream().map(AllowedPrograms::located).collect(Collectors.toSet());
    }

    boolean allows(String program) {
        try {
            return programs.isEmpty() || programs.contains(located(Path.of(program)));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path located(Path program) {
        Path path = program.normalize();
        Path folder = path.getParent();
        if (folder == null) {
            return path;
        }
        try {
            return folder.toRealPath().resolve(path.getFileName());
        } catch (IOException missing) {
            return path;
        }
    }
}
