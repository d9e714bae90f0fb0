package org.jobplatform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every suite against the server that the build has just made, as a real process with a real port. */
class ConformanceEndToEndTest {
    @TempDir
    private Path folder;

    private String run(String... options) {
        StringWriter printed = new StringWriter();
        List<String> arguments =
                new ArrayList<>(List.of("--home", OwnInstallation.HOME.toString(), "--folder", folder.toString()));
        arguments.addAll(List.of(options));
        int code = Main.command(new PrintWriter(printed)).execute(arguments.toArray(String[]::new));
        assertThat(code).as(printed.toString()).isZero();
        return printed.toString();
    }

    @Test
    void serverShouldAnswerAsTheDocumentsSay() {
        assertThat(run())
                .contains(
                        Dialects.NAMES.stream().map(name -> "| " + name + " |").toList());
    }

    @Test
    void twoNodesThatAreAskedInTurnShouldAnswerAsOne() {
        assertThat(run("--cluster"))
                .contains(
                        Dialects.NAMES.stream().map(name -> "| " + name + " |").toList());
    }
}
