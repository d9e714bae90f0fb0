package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkClientTest {
    private RestServer server;

    @BeforeEach
    void start() {
        server = TestServers.standard();
    }

    @AfterEach
    void stop() {
        server.stop(Duration.ZERO);
    }

    private HttpRequest post(String body) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.address().getPort() + "/old/api/echo/size"))
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    @Test
    void clientThatPrefersHttp2ShouldBeAnsweredAtOnceEachTime() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int length = 1; length <= 5; length++) {
                HttpResponse<String> answer = client.send(post("x".repeat(length)), BodyHandlers.ofString());
                assertThat(answer.body()).isEqualTo("size " + length);
                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            }
        }
    }

    @Test
    void clientThatExpectsContinueShouldBeAnswered() throws IOException, InterruptedException {
        HttpRequest patient = HttpRequest.newBuilder(post("abc"), (name, value) -> true)
                .expectContinue(true)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(patient, BodyHandlers.ofString()).body()).isEqualTo("size 3");
        }
    }

    @Test
    void takenPortShouldBeNamedInTheFailure() {
        int port = server.address().getPort();
        RestServerSettings same = RestServerSettings.standard("127.0.0.1", port, Set.of());
        assertThatThrownBy(() -> TestServers.start(same))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }
}
