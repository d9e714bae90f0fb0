package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jobplatform.rest.json.JsonRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestServerTest {
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    @Test
    void requestUnderWayShouldEndWhenTheServerStops() throws Exception {
        Slow slow = new Slow();
        RestServer server =
                new RestServer(RestServerSettings.standard("127.0.0.1", 0, Set.of()), List.of(), List.of(slow));
        server.start();
        try (RawHttp idle = new RawHttp(server.address());
                RawHttp raw = new RawHttp(server.address())) {
            raw.send("GET /slow HTTP/1.0\r\n\r\n");
            assertThat(slow.entered.await(20, TimeUnit.SECONDS)).isTrue();
            Thread stopping = Thread.ofVirtual().start(() -> server.stop(Duration.ofSeconds(20)));
            slow.released.countDown();
            assertThat(raw.readAll()).contains(" 200 ").endsWith("true for 127.0.0.1");
            assertThat(stopping.join(Duration.ofSeconds(20))).isTrue();
            assertThat(idle.readAll()).isEmpty();
        }
        assertThatThrownBy(() -> RawHttp.say(server.address(), "GET /slow HTTP/1.0\r\n\r\n"))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void plainTextShouldBeRefusedWhereTlsIsSpoken(@TempDir Path folder) throws Exception {
        SSLContext context = selfSigned(folder);
        RestServerSettings plain = RestServerSettings.standard("127.0.0.1", 0, Set.of());
        RestServer server = TestServers.start(new RestServerSettings(
                plain.host(),
                plain.port(),
                plain.allowedHosts(),
                Optional.of(context),
                plain.limits(),
                plain.idleTimeout(),
                plain.bodyDeadline()));
        try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            URI echo = URI.create("https://localhost:" + server.address().getPort() + "/old/api/echo");
            assertThat(client.send(HttpRequest.newBuilder(echo).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("hello null null");
            assertThat(plainAnswer(server)).doesNotContain("HTTP");
        } finally {
            server.stop(Duration.ZERO);
        }
    }

    private static String plainAnswer(RestServer server) {
        try {
            return RawHttp.say(server.address(), "GET /old/api/echo HTTP/1.0\r\n\r\n");
        } catch (IOException reset) {
            return "";
        }
    }

    private static SSLContext selfSigned(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        int exit = new ProcessBuilder(
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
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void settingsThatMakeNoServerShouldAllBeNamed() {
        assertThatThrownBy(() -> new RestServerSettings(
                        " ",
                        65_536,
                        Set.of(),
                        Optional.empty(),
                        RestServerSettings.Limits.STANDARD,
                        Duration.ZERO,
                        Duration.ZERO))
                .hasMessageContainingAll("host", "port", "allowedHosts", "idleTimeout", "bodyDeadline");
    }

    @Test
    void dialectsShouldNotShareAPrefix() {
        ServedDialect one = new ServedDialect("one", List.of("/a"), new PlainText(), JsonRules.STRICT);
        assertThatThrownBy(() -> new ServedDialects(List.of(one, one))).hasMessageContaining("/a");
    }
}
