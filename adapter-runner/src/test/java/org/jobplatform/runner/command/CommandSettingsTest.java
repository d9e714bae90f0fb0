package org.jobplatform.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.runner.command.process.ChildLauncher;
import org.jobplatform.runner.command.process.Confinement;
import org.jobplatform.runner.command.process.NodeMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandSettingsTest {

    @TempDir
    private Path folder;

    private CommandRunner runner(Path... allowed) {
        return new CommandRunner(
                new NodeMark("node", UUID.randomUUID().toString()),
                new ChildLauncher(Confinement.scan(), () -> true),
                folder.resolve("work"),
                List.of(allowed),
                Map.of());
    }

    private List<String> fields(Map<String, Object> settings) {
        return runner().validate(settings).stream().map(Problem::field).toList();
    }

    @Test
    void validateShouldFindNothingWhenEverythingIsRight() {
        assertThat(runner().validate(Map.of(
                        "argv", List.of("/bin/sleep", 5L, "${region}"),
                        "environment", Map.of("MODE", "full", "DEPTH", 3L),
                        "content", Map.of("file", "a/b.json", "mediaType", "application/json", "fileName", "c.json"),
                        "rows", "true")))
                .isEmpty();
    }

    @Test
    void validateShouldNameEveryFieldWhenMuchIsWrong() {
        assertThat(fields(Map.of(
                        "argv", List.of("load.sh", Map.of(), "a\0b"),
                        "environment", Map.of("JOB_RUN_ID", "x", "a-b", "y", "LIST", List.of()),
                        "content", Map.of("file", "../x", "mediaType", "json", "fileName", "a/b", "colour", "red"),
                        "rows", "maybe",
                        "shell", true)))
                .containsExactlyInAnyOrder(
                        "command.shell",
                        "command.argv[0]",
                        "command.argv[1]",
                        "command.argv[2]",
                        "command.environment.JOB_RUN_ID",
                        "command.environment.a-b",
                        "command.environment.LIST",
                        "command.content.colour",
                        "command.content.file",
                        "command.content.mediaType",
                        "command.content.fileName",
                        "command.rows");
    }

    @Test
    void validateShouldWantAProgramWhenThereIsNone() {
        assertThat(fields(Map.of())).containsExactly("command.argv");
        assertThat(fields(Map.of("argv", List.of()))).containsExactly("command.argv");
        assertThat(fields(Map.of("argv", "/bin/true"))).containsExactly("command.argv");
        assertThat(fields(Map.of("argv", List.of("/bin/${program}")))).containsExactly("command.argv[0]");
    }

    @Test
    void validateShouldWantOneSourceWhenContentHasNoneOrTwo() {
        List<String> argv = List.of("/bin/true");
        assertThat(fields(Map.of("argv", argv, "content", Map.of("mediaType", "text/plain"))))
                .contains("command.content.file");
        assertThat(fields(Map.of("argv", argv, "content", Map.of("stdout", true, "file", "x"))))
                .containsExactly("command.content.file");
        assertThat(fields(Map.of("argv", argv, "content", List.of()))).containsExactly("command.content");
    }

    @Test
    void validateShouldRefuseOtherProgramsWhenSomeAreNamed() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), real);
        CommandRunner runner = runner(real.resolve("tool"));

        assertThat(runner.validate(Map.of("argv", List.of(folder + "/link/./tool"))))
                .isEmpty();
        assertThat(runner.validate(Map.of("argv", List.of(real + "/other"))))
                .extracting(Problem::field)
                .containsExactly("command.argv[0]");
    }

    @Test
    void resolveShouldFindProgramBesideTheDocumentWhenPathIsRelative() throws Exception {
        Files.writeString(folder.resolve("ls"), "");

        assertThat(runner().resolve(Map.of("argv", List.of("./bin/../load.sh", "x"), "rows", true), folder))
                .isEqualTo(Map.of("argv", List.of(folder + "/load.sh", "x"), "rows", true));
        assertThat(runner().resolve(Map.of("argv", List.of("ls")), folder))
                .isEqualTo(Map.of("argv", List.of(folder + "/ls")));
    }

    @Test
    void resolveShouldFindProgramOfTheSystemWhenItIsAMereName() {
        assertThat(runner().resolve(Map.of("argv", List.of("env")), folder))
                .isEqualTo(Map.of("argv", List.of("/usr/bin/env")));
        assertThat(runner().resolve(Map.of("argv", List.of("no-such-program")), folder))
                .isEqualTo(Map.of("argv", List.of(folder + "/no-such-program")));
    }

    @Test
    void resolveShouldChangeNothingWhenThereIsNothingToResolve() {
        for (Map<String, Object> settings : List.<Map<String, Object>>of(
                Map.of(), Map.of("argv", 5L), Map.of("argv", List.of()), Map.of("argv", List.of("/bin/true")))) {
            assertThat(runner().resolve(settings, folder)).isEqualTo(settings);
        }
    }

    @Test
    void rowsShouldBeAcceptedOnlyWhenSaidSo() {
        assertThat(runner().acceptsRows(Map.of("argv", List.of("/bin/true"), "rows", true)))
                .isTrue();
        assertThat(runner().acceptsRows(Map.of("argv", List.of("/bin/true")))).isFalse();
    }
}
