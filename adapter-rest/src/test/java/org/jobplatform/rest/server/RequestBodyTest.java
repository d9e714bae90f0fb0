package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private static RestServer server;

    @BeforeAll
    static void start() {
        server = TestServers.standard();
    }

    @AfterAll
    static void stop() {
        server.stop(Duration.ZERO);
    }

    private static String post(String path, String headers, String body) throws IOException {
        return RawHttp.say(
                server.address(),
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "Content-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    private static String head(String... headers) {
        return "POST /old/api/echo/size HTTP/1.1\r\nHost: localhost\r\n" + RawHttp.head(headers);
    }

    private static String json(String body) throws IOException {
        return post("/platform/v1/echo", "Content-Type: application/json\r\n", body);
    }

    @Test
    void objectShouldBeReadAndWritten() throws IOException {
        assertThat(json("{\"name\":\"a\",\"times\":2}"))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"name\":\"a\"", "\"times\":2", "\"at\":\"1970-01-01T00:00:00.000Z\"");
    }

    @Test
    void everyOffendingFieldShouldBeNamed() throws IOException {
        assertThat(json("{\"name\":\"a\\u0007\",\"times\":3.9,\"other\":1}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"field\":\"name\"", "\"field\":\"times\"", "\"field\":\"other\"");
    }

    @Test
    void dialectsShouldReadByTheirOwnRules() throws IOException {
        String sloppy = "{\"name\":\"a\",\"other\":1,}";
        assertThat(post("/old/api/echo", "Content-Type: text/json;\r\n", sloppy))
                .startsWith("HTTP/1.1 200 ");
        assertThat(json(sloppy)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{\"name\":\"a\"", "{\"name\":\"a\"} {}", "{\"name\":\"\u00ff\"}"})
    void otherThanOneObjectShouldBeRefused(String body) throws IOException {
        assertThat(json(body)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain\r\n",
                "Content-Type: application/json; charset=utf-7\r\n",
                "Content-Type: application/json; charset=utf-8; charset=ibm1047\r\n",
                "Content-Type: application/json; charset\r\n",
                "Content-Type: json\r\n",
                "Content-Type: */*\r\n",
                "Content-Type: application/*\r\n",
                "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"
            })
    void contentOfAnotherKindShouldBeRefused(String headers) throws IOException {
        assertThat(post("/platform/v1/echo", headers, "{\"name\":\"a\"}")).startsWith("HTTP/1.1 415 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;", "application/json; charset=\"UTF-8\"", "APPLICATION/JSON;charset=utf-8"})
    void contentTypeInAnyUsualSpellingShouldBeTaken(String type) throws IOException {
        assertThat(post("/platform/v1/echo", "Content-Type: " + type + "\r\n", "{\"name\":\"a\"}"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void chunksShouldBeJoined() throws IOException {
        assertThat(RawHttp.say(
                        server.address(),
                        head("Connection: close", "Transfer-Encoding: chunked") + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
                .endsWith("size 5");
    }

    @Test
    void brokenChunkShouldBeRefused() throws IOException {
        assertThat(RawHttp.say(server.address(), head("Transfer-Encoding: chunked") + "zz\r\nabc\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("\tat ");
    }

    @Test
    void bodyInPiecesShouldBeJoined() throws IOException {
        try (RawHttp raw = new RawHttp(server.address())) {
            raw.send(head("Connection: close", "Content-Length: 4") + "a");
            raw.send("b");
            assertThat(RawHttp.say(server.address(), "GET /old/api/echo HTTP/1.0\r\n\r\n"))
                    .contains(" 200 ");
            raw.send("cd");
            assertThat(raw.readAll()).endsWith("size 4");
        }
    }

    @Test
    void bodyAtTheLimitShouldBeTakenAndOneByteMoreRefused() throws IOException {
        String limit = "x".repeat(1 << 20);
        assertThat(post("/old/api/echo/size", "", limit)).endsWith("size " + (1 << 20));
        assertThat(post("/old/api/echo/size", "", limit + "x"))
                .startsWith("HTTP/1.1 413 ")
                .contains("OLD 413");
    }

    @Test
    void chunkedBodyBeyondTheLimitShouldBeRefusedWhileItComes() throws IOException {
        try (RawHttp raw = new RawHttp(server.address())) {
            raw.send(head("Transfer-Encoding: chunked"));
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int sent = 0; sent < 17; sent++) {
                raw.send(chunk);
            }
            assertThat(raw.readAll()).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void expectationShouldBeConfirmedBeforeTheBody() throws IOException {
        try (RawHttp raw = new RawHttp(server.address())) {
            raw.send(head("Connection: close", "Expect: 100-continue", "Content-Length: 2"));
            assertThat(raw.readTo("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            raw.send("ab");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 200 ").endsWith("size 2");
        }
    }

    @Test
    void expectationOfAChunkedRequestShouldBeConfirmedBeforeTheFirstChunk() throws IOException {
        try (RawHttp raw = new RawHttp(server.address())) {
            raw.send(head("Connection: close", "Expect: 100-continue", "Transfer-Encoding: chunked"));
            assertThat(raw.readTo("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            raw.send("2\r\nab\r\n0\r\n\r\n");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 200 ").endsWith("size 2");
        }
    }

    @Test
    void expectationShouldBeRefusedWithoutTheBody() throws IOException {
        assertThat(RawHttp.say(server.address(), head("Expect: 100-continue", "Content-Length: 9999999")))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void unfinishedBodiesShouldNotHinderOthers() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int opened = 0; opened < 400; opened++) {
                RawHttp raw = new RawHttp(server.address());
                slow.add(raw);
                raw.send(head("Connection: close", "Content-Length: 2") + "a");
            }
            assertThat(RawHttp.say(server.address(), "GET /old/api/echo HTTP/1.0\r\n\r\n"))
                    .contains(" 200 ");
            slow.getLast().send("b");
            assertThat(slow.getLast().readAll()).endsWith("size 2");
        } finally {
            for (RawHttp raw : slow) {
                raw.close();
            }
        }
    }
}
