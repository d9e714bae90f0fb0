package org.jobplatform.conformance.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases of one file, which know what earlier ones of it have learned.
 *
 * @param name of the file, without its extension
 */
public record Script(String dialect, String name, List<Case> cases) {
    private static final String EXTENSION = ".http";

    /** The scripts of a dialect in the order of their names. @throws BadScript when one has no meaning */
    public static List<Script> of(Path suites, String dialect) {
        try (Stream<Path> files = Files.list(suites.resolve(dialect))) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .map(file -> read(dialect, file))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Script read(String dialect, Path file) {
        String name = file.getFileName().toString();
        try {
            return new Script(
                    dialect,
                    name.substring(0, name.length() - EXTENSION.length()),
                    new ScriptReader(dialect + "/" + name, Files.readAllLines(file)).read());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
