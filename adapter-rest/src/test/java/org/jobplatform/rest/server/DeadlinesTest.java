package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jobplatform.rest.server.RestServerSettings.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private @Nullable RestServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(Duration.ZERO);
        }
    }

    private RawHttp connect(Limits limits, Duration idle, Duration body) throws IOException {
        RestServer started = TestServers.with(limits, idle, body);
        server = started;
        return new RawHttp(started.address());
    }

    @Test
    void slowBodyShouldBeCut() throws IOException {
        try (RawHttp raw = connect(Limits.STANDARD, LONG, Duration.ofMillis(100))) {
            raw.send("POST /old/api/echo/size HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\na");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 408 ").contains("OLD 408");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "5\r\nab", "0\r\nTrailer: x"})
    void slowChunksShouldBeCut(String begun) throws IOException {
        try (RawHttp raw = connect(Limits.STANDARD, LONG, Duration.ofMillis(100))) {
            raw.send("POST /old/api/echo/size HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            raw.send(begun);
            assertThat(raw.readTo("\r\n\r\n")).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void drippingHeaderShouldBeCut() throws IOException {
        try (RawHttp raw = connect(Limits.STANDARD, Duration.ofSeconds(1), LONG)) {
            Thread.ofVirtual().start(() -> drip(raw));
            assertThat(endOf(raw)).isEmpty();
        }
    }

    private static void drip(RawHttp raw) {
        try {
            raw.send("GET /old/api/echo HTTP/1.1\r\n");
            while (true) {
                raw.send("X: y\r\n");
                Thread.sleep(Duration.ofMillis(300));
            }
        } catch (IOException | InterruptedException cut) {
            // As it should be.
        }
    }

    private static String endOf(RawHttp raw) throws IOException {
        try {
            return raw.readAll();
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void idleConnectionShouldBeClosedAfterAnUpgradeThatWasNotTaken() throws IOException {
        try (RawHttp raw = connect(Limits.STANDARD, Duration.ofSeconds(1), LONG)) {
            raw.send(RawHttp.head(
                    "GET /old/api/echo HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAEAAEAAAAIAAAAA"));
            assertThat(raw.readTo("hello null null"))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContainIgnoringCase("close");
            raw.send("GET /old/api/echo HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(raw.readTo("hello null null")).startsWith("HTTP/1.1 200 ");
            assertThat(raw.readAll()).isEmpty();
        }
    }

    @Test
    void connectionBeyondTheLimitShouldBeClosedUntilAnotherEnds() throws IOException {
        Limits one = new Limits(1024, 1024, 1024, 1024, 10, 1, 1, List.of(), 0);
        String hello = "GET /old/api/echo HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (RawHttp first = connect(one, LONG, LONG)) {
            first.send(hello);
            first.readTo("hello null null");
            try (RawHttp second = new RawHttp(server().address())) {
                assertThat(endOf(second)).isEmpty();
            }
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!answers(hello)) {
            assertThat(System.nanoTime()).as("time of the last try").isLessThan(end);
        }
    }

    private boolean answers(String request) {
        try (RawHttp raw = new RawHttp(server().address())) {
            raw.send(request);
            return raw.readTo("hello null null").startsWith("HTTP/1.1 200 ");
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void bodiesBeyondTheSharedLimitShouldBeToldToComeLater() throws IOException {
        Limits small = new Limits(1024, 1024, 1024, 1024, 10, 100, 100, List.of(), 0);
        String most = RawHttp.head("POST /old/api/echo/size HTTP/1.1", "Host: localhost", "Content-Length: 1000")
                + "x".repeat(999);
        try (RawHttp first = connect(small, LONG, LONG);
                RawHttp second = new RawHttp(server().address())) {
            first.send(most);
            second.send(most);
            // Which of the two comes too late is not ours to say.
            String early = CompletableFuture.anyOf(answer(first), answer(second))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join()
                    .toString();
            assertThat(early).startsWith("HTTP/1.1 503 ").containsIgnoringCase("\r\nretry-after: 1\r\n");
        }
    }

    /** Read on a thread of its own: the common pool may have only one, and one of the two answers never comes. */
    private static CompletableFuture<String> answer(RawHttp raw) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(raw.readTo("\r\n\r\n"));
            } catch (IOException cut) {
                answer.completeExceptionally(cut);
            }
        });
        return answer;
    }

    private RestServer server() {
        return Objects.requireNonNull(server);
    }
}
