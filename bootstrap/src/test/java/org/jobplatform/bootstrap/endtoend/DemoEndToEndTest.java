package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoEndToEndTest {
    @TempDir
    Path folder;

    @Test
    void demoShouldTellOneRunFromStartToCallbackAndContent() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process demo = ServerProcess.launcher(Map.of("TMPDIR", folder.toString()), List.of("demo"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertThat(demo.waitFor(90, TimeUnit.SECONDS)).isTrue();

        assertThat(demo.exitValue()).as(Files.readString(err)).isZero();
        assertThat(Files.readString(out))
                .contains("\"runId\":1")
                .containsPattern("progress +\\[#+-+] +[1-9][0-9]? %")
                .contains("\"@type\":\"callbackUrlResponse\"", "\"status\":\"COMPLETED\"")
                .contains("\"region\":\"all\",\"rows\":1200");
    }
}
