package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static RestServer server;

    @BeforeAll
    static void start() {
        server = TestServers.start(
                RestServerSettings.standard("127.0.0.1", 0, Set.of("jobs.example.com", "[2001:db8::1]")));
    }

    @AfterAll
    static void stop() {
        server.stop(Duration.ZERO);
    }

    private static String ask(String method, String host, String origin) throws IOException {
        return RawHttp.say(
                server.address(),
                RawHttp.head(
                        method + " /old/api/echo/size HTTP/1.1",
                        "Host: " + host,
                        "Origin: " + origin,
                        "Content-Length: 0",
                        "Connection: close"));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://localhost:8080",
        "LOCALHOST:8080, http://LocalHost:8080",
        "localhost, http://localhost",
        "localhost:80, http://localhost",
        "localhost, https://localhost:443",
        "[::1]:8080, http://[::1]:8080",
        "localhost:8080, https://jobs.example.com",
        "localhost:8080, http://jobs.example.com:3000",
        "127.0.0.1, 'https://[2001:db8::1]:8443'"
    })
    void ownPagesAndThoseOfNamedHostsShouldBeServed(String host, String origin) throws IOException {
        assertThat(ask("POST", host, origin)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.com",
                "null",
                "http://localhost:3000",
                "http://localhost.evil.com:8080",
                "http://jobs.example.com.evil.com",
                "https://evil.com/?jobs.example.com",
                "https://jobs.example.com@evil.com",
                "file://localhost:8080",
                "localhost:8080",
                "http://127.0.0.1:8080"
            })
    void pagesOfOtherSitesShouldChangeNothing(String origin) throws IOException {
        assertThat(ask("POST", "localhost:8080", origin))
                .startsWith("HTTP/1.1 403 ")
                .contains("OLD 403 ");
        assertThat(ask("PUT", "localhost:8080", origin)).startsWith("HTTP/1.1 403 ");
        assertThat(ask("DELETE", "localhost:8080", origin)).startsWith("HTTP/1.1 403 ");
        assertThat(ask("PATCH", "localhost:8080", origin)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void harmlessRequestsShouldBeAnsweredWithoutLettingOtherSitesRead() throws IOException {
        assertThat(RawHttp.say(
                        server.address(),
                        RawHttp.head(
                                "GET /old/api/echo HTTP/1.1",
                                "Host: localhost",
                                "Origin: https://evil.com",
                                "Connection: close")))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContainIgnoringCase("access-control-allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /old/api/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /old/api/echo HTTP/1.1\r\nHost: evil.com\r\n\r\n",
                "\u0001\u0002\u0003 garbage\r\n\r\n"
            })
    void everyAnswerShouldSayThatItsTypeIsNotToBeGuessed(String request) throws IOException {
        assertThat(RawHttp.say(server.address(), request))
                .containsIgnoringCase("\r\nx-content-type-options: nosniff\r\n")
                .doesNotContainIgnoringCase("\r\nserver:")
                .doesNotContainIgnoringCase("x-powered-by");
    }
}
