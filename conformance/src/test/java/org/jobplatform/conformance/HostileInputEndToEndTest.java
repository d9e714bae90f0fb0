package org.jobplatform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jobplatform.conformance.hostile.Corpus;
import org.jobplatform.conformance.hostile.Tally;
import org.jobplatform.conformance.server.JobFolder;
import org.jobplatform.conformance.server.OwnServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole corpus of bad input against a real server process that may call no private address. */
class HostileInputEndToEndTest {
    @TempDir
    private Path folder;

    @Test
    void badInputShouldBeRefusedByNameAndChangeNothing() throws Exception {
        try (OwnServer server =
                OwnServer.single(OwnInstallation.find(), folder, Map.of("JOB_PLATFORM_CALLBACK_ALLOW", ""))) {
            new JobFolder(OwnInstallation.HOME.resolve("jobs")).apply(server.target());

            Tally tally = new Corpus(OwnInstallation.HOME.resolve("hostile"))
                    .run(server.target(), Set.copyOf(Dialects.NAMES));

            System.out.println(tally.markdown());
            assertThat(tally.problems()).isEmpty();
            assertThat(server.isAlive()).isTrue();
            assertThat(server.log())
                    .doesNotContain(server.target().key(), server.target().password())
                    .doesNotContain("answered with 500");
        }
    }
}
