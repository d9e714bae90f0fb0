package org.jobplatform.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jobplatform.conformance.play.Outcome;
import org.jobplatform.conformance.play.Suite;
import org.jobplatform.conformance.script.Script;
import org.jobplatform.conformance.server.Target;
import org.jobplatform.conformance.wire.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite is worth nothing that cannot fail: every way in which an answer can be wrong is red. */
class SuiteCanFailTest {
    @TempDir
    private Path suites;

    private final Receiver receiver = new Receiver(InetAddress.getLoopbackAddress());
    private final HttpServer server;

    SuiteCanFailTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = (exchange.getRequestURI().getPath().equals("/leak")
                            ? "java.lang.IllegalStateException"
                            : "{\"run\":17}")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        receiver.close();
    }

    private Outcome.Kind play(String answer) {
        return play("", "/", answer);
    }

    private Outcome.Kind play(String directive, String path, String answer) {
        try {
            Path folder = Files.createDirectories(suites.resolve("test"));
            Files.writeString(
                    folder.resolve("01-test.http"),
                    "### golden\n" + directive + "\n> GET " + path + " HTTP/1.1\n> Host: {{host}}\n" + answer + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Target target = new Target(
                List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())), "key", "user", "password");
        return new Suite("test", Script.of(suites, "test"))
                .play(target, receiver, outcome -> {})
                .getFirst()
                .kind();
    }

    @Test
    void rightGoldenShouldPass() {
        assertThat(play("< 200\n< content-type: application/json\n< !Location\n<\n< {\"run\":{{?number}}}"))
                .isEqualTo(Outcome.Kind.PASSED);
    }

    @Test
    void wrongStatusShouldFail() {
        assertThat(play("< 201")).isEqualTo(Outcome.Kind.FAILED);
    }

    @Test
    void wrongBodyShouldFail() {
        assertThat(play("< 200\n<\n< {\"run\":18}")).isEqualTo(Outcome.Kind.FAILED);
        assertThat(play("< 200\n<\n< {\"run\":17} ")).isEqualTo(Outcome.Kind.FAILED);
        assertThat(play("< 200\n<")).isEqualTo(Outcome.Kind.FAILED);
    }

    @Test
    void wrongHeaderShouldFail() {
        assertThat(play("< 200\n< Content-Type: text/plain")).isEqualTo(Outcome.Kind.FAILED);
        assertThat(play("< 200\n< Location: /")).isEqualTo(Outcome.Kind.FAILED);
        assertThat(play("< 200\n< !Content-Type")).isEqualTo(Outcome.Kind.FAILED);
    }

    @Test
    void answerThatNeverComesShouldFail() {
        assertThat(play("@within 1", "/", "< 404")).isEqualTo(Outcome.Kind.FAILED);
    }

    @Test
    void callbackThatNeverComesShouldFail() {
        assertThat(play("< 200\n\n@within 1\n@callback\n> POST {{receiverPath}} HTTP/1.1\n< 200"))
                .isEqualTo(Outcome.Kind.FAILED);
    }

    @Test
    void traceOfTheInsideShouldFail() {
        assertThat(play("", "/leak", "< 200")).isEqualTo(Outcome.Kind.FAILED);
    }

    @Test
    void gapShouldFailOnlyOnceItIsClosed() {
        assertThat(play("@gap not yet", "/", "< 404")).isEqualTo(Outcome.Kind.GAP);
        assertThat(play("@gap not yet", "/", "< 200")).isEqualTo(Outcome.Kind.CLOSED);
    }
}
