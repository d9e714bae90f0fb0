package org.jobplatform.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.faults.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the programme, on the server that the build has just made. */
class FaultProgrammeEndToEndTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void serverShouldKeepItsPromisesWhateverIsBroken() throws Exception {
        Path output = ROOT.resolve("faults/target/table.md");
        StringWriter printed = new StringWriter();

        int code = Main.command(new PrintWriter(printed)).execute(arguments(output));

        assertThat(code).as(printed.toString()).isZero();
        assertThat(printed.toString())
                .isEqualTo(Files.readString(output))
                .contains(Faults.SHORT.stream().map(Fault::name).toList());
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private String[] arguments(Path output) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--output", output.toString(), "--folder", folder.toString()));
        arguments.addAll(List.of("--launcher", ROOT.resolve("job-platform").toString()));
        arguments.addAll(List.of(
                "--distribution", ROOT.resolve("bootstrap/target/distribution").toString()));
        try (var jars = Files.newDirectoryStream(ROOT.resolve("faults/target"), "faults-*.jar")) {
            arguments.addAll(List.of("--agent", jars.iterator().next().toString()));
        }
        return arguments.toArray(String[]::new);
    }
}
