package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartEndToEndTest {
    @TempDir
    Path folder;

    @Test
    void wrongSettingsShouldAllBeReportedAtOnce() throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("settings"), "http.prot = 1\nnode.lease = soon\n");

        Refusal refusal = refusal(
                Map.of("JOB_PLATFORM_HTTP_HOST", "0.0.0.0", "JOB_PLATFORM_ADMIN_KEY", "shortsecret"),
                "serve",
                "--port",
                "70000",
                "--data",
                folder.resolve("data").toString(),
                "--config",
                config.toString());

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.words())
                .contains("http.prot: there is no such setting; the nearest is http.port")
                .contains("http.port: must be 0 to 65535")
                .contains("node.lease: must be a duration")
                .contains("http.host: 0.0.0.0 can be reached from other machines")
                .contains("admin.key: must be 24 to 128 characters")
                .doesNotContain("shortsecret");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void secondServerShouldBeRefusedOnTheSameData() throws IOException, InterruptedException {
        ServerProcess.Plan plan = new ServerProcess.Plan(folder);
        try (ServerProcess first = plan.start()) {
            Refusal refusal = refusal(
                    Map.of(), "serve", "--port", "0", "--data", plan.data().toString());

            assertThat(refusal.exitCode()).isEqualTo(1);
            assertThat(refusal.words()).contains("another server is using the data folder");
            assertThat(Api.of(first).get("/platform/v1/runs").status()).isEqualTo(200);
        }
    }

    @Test
    void credentialsShouldBeMadeAndKeptPrivateWhenNoneAreGiven() throws IOException {
        ServerProcess.Plan plan = new ServerProcess.Plan(folder)
                .with("JOB_PLATFORM_ADMIN_PASSWORD", "")
                .with("JOB_PLATFORM_ADMIN_KEY", "");
        try (ServerProcess server = plan.start()) {
            Path file = plan.data().resolve("admin.credentials");
            String key = Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("key="))
                    .findFirst()
                    .orElseThrow()
                    .substring("key=".length());

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Api.anonymous(server.address())
                            .with("Authorization", "Bearer " + key)
                            .get("/platform/v1/jobs")
                            .status())
                    .isEqualTo(200);
            assertThat(server.log()).contains(file.toString()).doesNotContain(key);
        }
    }

    @Test
    void wrongJobDefinitionsShouldAllBeReported() throws IOException, InterruptedException {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        Files.writeString(jobs.resolve("a.yaml"), "name: A\nrunner: no-such\n");
        Files.writeString(jobs.resolve("b.yaml"), "name: B\nrunner: command\ncommand: {argv: []}\ncolour: red\n");

        Refusal refusal = refusal(
                Map.of(),
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--jobs",
                jobs.toString());

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.words()).contains("a.yaml", "there is no runner called no-such", "b.yaml", "colour");
    }

    @Test
    void logShouldHoldNothingOfWhatRequestsSay() {
        try (ServerProcess server = new ServerProcess.Plan(folder).start()) {
            Api api = Api.anonymous(server.address())
                    .with("Authorization", "Bearer secret-of-a-header")
                    .with("icSessionId", "secret-of-a-header");
            String body = "{\"username\":\"admin\",\"password\":\"secret-of-a-body\",\"apiKey\":";
            api.get("/platform/v1/runs?apiKey=secret-of-a-query");
            api.get("/platform/v1/nothing?hash=secret-of-a-query");
            api.post("/ma/api/v2/user/login?apiKey=secret-of-a-query", body + "1}");
            api.post("/ma/api/v2/user/login", body);

            assertThat(server.log()).contains("Serving").doesNotContain("secret-of");
        }
    }

    private record Refusal(int exitCode, String words) {}

    private static Refusal refusal(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Process process = ServerProcess.launcher(environment, List.of(arguments))
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Refusal(process.waitFor(), words);
    }
}
