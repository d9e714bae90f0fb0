package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jobplatform.application.network.Cidr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private RestServer server = start("127.0.0.0/8", "10.0.0.0/8", "2001:db8:1::/48");

    @AfterEach
    void stop() {
        server.stop(Duration.ZERO);
    }

    /** Tells what the server believes. */
    @Path("/whence")
    public static final class Whence {
        @GET
        public String whence(@Context ContainerRequestContext request) {
            return request.getProperty(RestServer.CLIENT_ADDRESS) + " "
                    + request.getUriInfo().getRequestUri() + " " + request.getHeaderString(HttpHeaders.HOST) + " "
                    + request.getHeaderString("X-Forwarded-For");
        }
    }

    private static RestServer start(String... proxies) {
        RestServer server = new RestServer(
                RestServerSettings.standard("127.0.0.1", 0, Set.of("jobs.example.com"))
                        .behind(Stream.of(proxies).map(Cidr::parse).toList()),
                List.of(),
                List.of(new Whence()));
        server.start();
        return server;
    }

    private String whence(String... headers) throws IOException {
        return RawHttp.say(
                server.address(),
                "GET /whence HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n"
                        + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat) + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "198.51.100.66, 203.0.113.7 | 203.0.113.7",
                "198.51.100.66, 203.0.113.7, 10.1.2.3 | 203.0.113.7",
                "198.51.100.66,203.0.113.7,10.1.2.3,10.9.9.9 | 203.0.113.7",
                "203.0.113.7:4711 | 203.0.113.7",
                "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
                "[2001:db8::7]:4711, 2001:db8:1::1 | 2001:db8:0:0:0:0:0:7",
                "10.1.2.3 | 10.1.2.3",
                "203.0.113.7, unknown, 10.1.2.3 | 10.1.2.3",
                "unknown | 127.0.0.1",
                "'' | 127.0.0.1",
                "203.0.113.7, [, 10.1.2.3 | 10.1.2.3"
            })
    void clientShouldBeTheLastAddressThatIsNoProxy(String forwardedFor, String client) throws IOException {
        assertThat(whence("X-Forwarded-For: " + forwardedFor)).contains("\r\n\r\n" + client + " ");
    }

    @Test
    void fieldsOfOneNameShouldCountAsOneList() throws IOException {
        assertThat(whence("X-Forwarded-For: 198.51.100.66, 203.0.113.7", "X-Forwarded-For: 10.1.2.3"))
                .contains("\r\n\r\n203.0.113.7 ");
    }

    @Test
    void schemeAndHostShouldBeThoseThatTheClientUsed() throws IOException {
        assertThat(whence("X-Forwarded-Proto: HTTPS", "X-Forwarded-Host: jobs.example.com"))
                .contains("127.0.0.1 https://jobs.example.com:443/whence jobs.example.com ");
        assertThat(whence("X-Forwarded-Proto: gopher")).contains("127.0.0.1 http://localhost:1/whence localhost:1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com", "evil.com, jobs.example.com.evil.com", ""})
    void hostThatIsNotServedShouldBeForbiddenAlsoByAProxy(String host) throws IOException {
        assertThat(whence("X-Forwarded-Host: " + host)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void nothingShouldBeBelievedOfOthers() throws IOException {
        server.stop(Duration.ZERO);
        server = start("10.0.0.0/8");

        assertThat(whence(
                        "X-Forwarded-For: 203.0.113.7",
                        "X-Forwarded-For: 10.1.2.3",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: jobs.example.com",
                        "Forwarded: for=203.0.113.7;proto=https;host=jobs.example.com"))
                .contains("127.0.0.1 http://localhost:1/whence localhost:1 null");
    }

    @Test
    void standardHeaderShouldNeverBeBelieved() throws IOException {
        assertThat(whence("Forwarded: for=203.0.113.7;proto=https;host=jobs.example.com"))
                .contains("127.0.0.1 http://localhost:1/whence localhost:1 ");
    }
}
