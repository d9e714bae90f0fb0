package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpLayerTest {
    private static RestServer server;

    @BeforeAll
    static void start() {
        server = TestServers.standard();
    }

    @AfterAll
    static void stop() {
        server.stop(Duration.ZERO);
    }

    private static String get(String target) throws IOException {
        return say("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private static String say(String text) throws IOException {
        String answer = RawHttp.say(server.address(), text);
        assertThat(answer).doesNotContainIgnoringCase("grizzly", "jersey", "\tat ", "secret");
        assertThat(answer).doesNotContainIgnoringCase("\r\nserver:");
        return answer;
    }

    private static String withHeaders(String headers) throws IOException {
        return say("GET /platform/v1/echo HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/platform/v1/%zz",
                "/platform/v1/%4",
                "/platform/v1/../echo",
                "/platform/v1/%2e%2e/echo",
                "/platform/v1/./echo",
                "/platform/v1/..\\..\\x",
                "/platform/v1/a%5cb",
                "/platform/v1/a%2fb",
                "/platform/v1/a%00b",
                "/platform/v1/a%0d%0ab",
                "/platform/v1/a%ff",
                "/platform/v1/echo;x=1",
                "//platform/v1/echo",
                "/platform/v1//echo",
                "/platform/v1/echo?id=%zz",
                "/platform/v1/echo?id=%00",
                "/platform/v1/echo?id=%ff",
                "/platform/v1/<script>",
                "*",
                "platform"
            })
    void malformedUrlShouldBeRefusedBeforeRouting(String target) throws IOException {
        assertThat(get(target)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void refusalBeforeRoutingShouldBeWordedByTheDialectOfThePath() throws IOException {
        assertThat(get("/platform/v1/%zz"))
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":400");
        assertThat(get("/old/api/%zz")).contains("OLD 400 ");
        assertThat(get("/elsewhere/%zz")).containsIgnoringCase("content-type: text/plain");
    }

    @Test
    void rawBracesInAQueryShouldReachTheResource() throws IOException {
        assertThat(get("/platform/v1/echo?id={AB-1}"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("hello null {AB-1}");
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, 405",
        "CONNECT, 405",
        "FOO, 501",
        "get, 501",
        "post, 501",
        "PATCH, 405",
        "HEAD, 200",
        "OPTIONS, 200"
    })
    void methodShouldBeAnsweredWithItsStatus(String method, int status) throws IOException {
        assertThat(say(method + " /platform/v1/echo HTTP/1.1\r\nHost: localhost\r\nX-Secret: secret\r\n"
                        + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void methodNotPossibleShouldKeepAllow() throws IOException {
        assertThat(say("DELETE /old/api/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .containsPattern("(?i)\r\nallow: [^\r]*POST")
                .contains("OLD 405 ");
    }

    @Test
    void methodOverrideShouldBeIgnored() throws IOException {
        assertThat(withHeaders("Host: localhost\r\nX-HTTP-Method-Override: DELETE\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:80"})
    void servedHostShouldBeAccepted(String host) throws IOException {
        assertThat(withHeaders("Host: " + host + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.com", "localhost.evil.com", "localhost.", "localhost:x", "evil.com:80", "a@localhost"})
    void otherHostShouldBeForbidden(String host) throws IOException {
        assertThat(withHeaders("Host: " + host + "\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void hostOfAnAbsoluteTargetShouldBeJudged() throws IOException {
        assertThat(say("GET http://evil.com/platform/v1/echo HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: localhost\r\nHost: localhost\r\n",
                "Host: localhost\r\nBad Name: x\r\n",
                "Host: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n",
                "Host: localhost\r\nTransfer-Encoding: chunkedx\r\n",
                "Host: localhost\r\nTransfer-Encoding: gzip, chunked\r\n",
                "Host: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n",
                "Host: localhost\r\nContent-Length: -1\r\n",
                "Host: localhost\r\nContent-Length: 99999999999999999999\r\n"
            })
    void ambiguousHeaderShouldBeRefused(String headers) throws IOException {
        assertThat(withHeaders(headers)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;,,/", "application/json;q=abc", "application/", "text/plain;q=2"})
    void malformedAcceptShouldBeRefusedInTheWordsOfTheDialect(String accept) throws IOException {
        assertThat(withHeaders("Host: localhost\r\nAccept: " + accept + "\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("The Accept header is malformed.");
    }

    @Test
    void acceptOfOldJavaClientsShouldBeTaken() throws IOException {
        assertThat(withHeaders("Host: localhost\r\nAccept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void oldProtocolShouldBeServedWithoutHost() throws IOException {
        assertThat(say("GET /platform/v1/echo HTTP/1.0\r\n\r\n"))
                .contains(" 200 ")
                .endsWith("hello null null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /platform/v1/echo HTTP/2.0\r\n\r\n", "GET /platform/v1/echo HTTP/3.7\r\n\r\n"})
    void otherProtocolShouldBeRefused(String request) throws IOException {
        assertThat(say(request)).startsWith("HTTP/1.1 505 ");
    }

    @Test
    void garbageShouldBeRefused() throws IOException {
        assertThat(say("\u0001\u0002\u0003 garbage\r\n\r\n"))
                .startsWith("HTTP/1.1 ")
                .doesNotContain(" 200 ");
    }

    @Test
    void longUrlShouldBeRefused() throws IOException {
        assertThat(get("/platform/v1/echo?id=" + "x".repeat(5_000))).startsWith("HTTP/1.1 414 ");
        assertThat(get("/platform/v1/echo?id=" + "x".repeat(20_000))).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void largeHeaderShouldBeRefused() throws IOException {
        assertThat(withHeaders("Host: localhost\r\nX: " + "x".repeat(9_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(withHeaders("Host: localhost\r\nX: " + "x".repeat(14_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(withHeaders("Host: localhost\r\n" + "X: y\r\n".repeat(101))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void failureShouldShowOnlyAReference() throws IOException {
        assertThat(get("/platform/v1/echo/broken"))
                .startsWith("HTTP/1.1 500 ")
                .containsPattern("\"instance\":\"#[0-9a-f]{16}\"");
    }

    @Test
    void failureWhileWritingShouldShowOnlyAReference() throws IOException {
        assertThat(get("/platform/v1/echo/unwritable"))
                .startsWith("HTTP/1.1 500 ")
                .contains("\"instance\"");
    }

    @Test
    void failureKnownToTheDialectShouldBeTranslated() throws IOException {
        assertThat(get("/platform/v1/echo/busy"))
                .startsWith("HTTP/1.1 429 ")
                .containsIgnoringCase("\r\nretry-after: 7\r\n");
        assertThat(get("/old/api/echo/busy")).startsWith("HTTP/1.1 500 ");
    }

    @Test
    void badParameterShouldNameItself() throws IOException {
        assertThat(get("/platform/v1/echo?number=x"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"field\":\"number\"");
    }

    @Test
    void unknownPathShouldBeNotFoundInTheDialectsWords() throws IOException {
        assertThat(get("/old/api/nothing")).startsWith("HTTP/1.1 404 ").contains("OLD 404 ");
        assertThat(get("/application.wadl")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void unacceptableMediaTypeShouldBeAnsweredWithItsStatus() throws IOException {
        assertThat(withHeaders("Host: localhost\r\nAccept: image/png\r\n")).startsWith("HTTP/1.1 406 ");
        assertThat(withHeaders("Host: localhost\r\nAccept: ///\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void pipelinedRequestsShouldBeAnsweredInOrder() throws IOException {
        String one = "POST /old/api/echo/size HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc";
        String two = "GET /old/api/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(say(one + two)).containsSubsequence("size 3", "hello");
    }
}
