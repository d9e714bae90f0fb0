package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsEndToEndTest {
    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    Path folder;

    @Test
    void serverShouldSpeakTlsToOtherMachines() throws Exception {
        Path keystore = keystore();
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        ServerProcess.Plan plan = new ServerProcess.Plan(folder)
                .with("JOB_PLATFORM_HTTP_HOST", "0.0.0.0")
                .with("JOB_PLATFORM_HTTP_HOSTS", "localhost")
                .with("JOB_PLATFORM_TLS_KEYSTORE", keystore.toString())
                .with("JOB_PLATFORM_TLS_PASSWORD_FILE", password.toString());
        try (ServerProcess server = plan.start();
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(keystore)).build()) {
            assertThat(server.address().getScheme()).isEqualTo("https");
            URI health = URI.create("https://localhost:" + server.address().getPort() + "/health/ready");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(server.log())
                    .contains("requests travel by TLS", "certificate of CN=localhost")
                    .doesNotContain(PASSWORD, "clear text");
        }
    }

    @Test
    void startShouldBeRefusedWhenTheKeysCannotBeUsed() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "another-password");
        Process process = ServerProcess.launcher(
                        java.util.Map.of(
                                "JOB_PLATFORM_TLS_KEYSTORE", keystore().toString(),
                                "JOB_PLATFORM_TLS_PASSWORD_FILE", password.toString()),
                        List.of(
                                "serve",
                                "--port",
                                "0",
                                "--data",
                                folder.resolve("data").toString()))
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(words)
                .contains("tls.keystore: the password in " + password + " is not that of")
                .doesNotContain("another-password");
    }

    private Path keystore() throws IOException, InterruptedException {
        Path file = folder.resolve("keys");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String words = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(words).isZero();
        return file;
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore keys = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
