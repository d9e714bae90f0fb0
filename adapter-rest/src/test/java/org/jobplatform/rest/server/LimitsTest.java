package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jobplatform.application.network.Cidr;
import org.jobplatform.rest.server.RestServerSettings.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final String HELLO = "GET /old/api/echo HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final List<Cidr> NOWHERE = List.of();

    private final List<RawHttp> connections = new ArrayList<>();
    private RestServer server = TestServers.standard();

    @AfterEach
    void stop() throws IOException {
        for (RawHttp connection : connections) {
            connection.close();
        }
        server.stop(Duration.ZERO);
    }

    private void serve(Limits limits, String... proxies) {
        server.stop(Duration.ZERO);
        server = TestServers.start(RestServerSettings.standard("127.0.0.1", 0, Set.of())
                .behind(List.of(proxies).stream().map(Cidr::parse).toList())
                .with(limits));
    }

    private RawHttp connect() throws IOException {
        RawHttp connection = new RawHttp(server.address());
        connections.add(connection);
        return connection;
    }

    private boolean answers(RawHttp connection) throws IOException {
        try {
            connection.send(HELLO);
            return connection.readTo("hello null null").startsWith("HTTP/1.1 200 ");
        } catch (SocketException | java.io.EOFException closed) {
            return false;
        } catch (IOException closed) {
            return !String.valueOf(closed.getMessage()).startsWith("closed after") && rethrow(closed);
        }
    }

    private static boolean rethrow(IOException failure) throws IOException {
        throw failure;
    }

    @Test
    void sourceShouldHaveNoMoreConnectionsThanItMay() throws IOException {
        serve(Limits.STANDARD.with(100, 2, NOWHERE, 0));

        assertThat(answers(connect())).isTrue();
        RawHttp second = connect();
        assertThat(answers(second)).isTrue();
        assertThat(answers(connect())).isFalse();
        second.close();
        org.jobplatform.application.port.Eventually.holds("the place of the closed one is free", () -> {
            try {
                return answers(connect());
            } catch (IOException unexpected) {
                throw new java.io.UncheckedIOException(unexpected);
            }
        });
    }

    @Test
    void crowdShouldBeLimitedByTheTotalAlone() throws IOException {
        serve(Limits.STANDARD.with(3, 1, List.of(Cidr.parse("127.0.0.0/8")), 0));

        assertThat(answers(connect())).isTrue();
        assertThat(answers(connect())).isTrue();
        assertThat(answers(connect())).isTrue();
        assertThat(answers(connect())).isFalse();
    }

    @Test
    void clientShouldBeToldToComeLaterWhenItAsksTooOften() throws IOException {
        serve(Limits.STANDARD.with(100, 100, NOWHERE, 1));

        assertThat(RawHttp.say(server.address(), close("localhost"))).startsWith("HTTP/1.1 200 ");
        // Whatever it is about: it is refused before anything else is looked at.
        assertThat(RawHttp.say(server.address(), close("evil.com")))
                .startsWith("HTTP/1.1 429 ")
                .containsIgnoringCase("\r\nretry-after: 1\r\n")
                .contains("OLD 429 ");
    }

    @Test
    void clientsBehindAProxyShouldCountForThemselves() throws IOException {
        serve(Limits.STANDARD.with(100, 100, NOWHERE, 1), "127.0.0.1");

        for (int client = 0; client < 10; client++) {
            assertThat(RawHttp.say(server.address(), close("localhost\r\nX-Forwarded-For: 203.0.113." + client)))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    private static String close(String host) {
        return RawHttp.head("GET /old/api/echo HTTP/1.1", "Host: " + host, "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /old/api/echo HTTP/1.1\r\nHost: loc",
                "POST /old/api/echo/size HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\na",
                "POST /old/api/echo/size HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1"
            })
    void slowConnectionsShouldNotKeepOthersFromBeingAnswered(String begun) throws IOException {
        for (int slow = 0; slow < 2_000; slow++) {
            connect().send(begun);
        }

        assertThat(answers(connect())).isTrue();
    }
}
