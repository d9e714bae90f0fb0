package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsKeyEndToEndTest {
    @TempDir
    Path folder;

    @Test
    void secondNodeShouldStartOnlyWithTheKeyOfTheFirst() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            ServerProcess.Plan first = postgres.use(new ServerProcess.Plan(folder.resolve("first")));
            try (ServerProcess one = first.start()) {
                Path key = first.data().resolve("secrets.key");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                        .isEqualTo("rw-------");

                ServerProcess.Plan second = postgres.use(new ServerProcess.Plan(folder.resolve("second")));
                assertThatThrownBy(second::start)
                        .hasMessageContaining("secrets.key.file")
                        .hasMessageNotContaining(Files.readString(key).strip());
                try (ServerProcess two = second.with("JOB_PLATFORM_SECRETS_KEY_FILE", key.toString())
                        .start()) {
                    assertThat(two.address()).isNotEqualTo(one.address());
                }
            }
        }
    }
}
