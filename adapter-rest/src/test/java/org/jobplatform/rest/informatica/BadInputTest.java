package org.jobplatform.rest.informatica;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Starts that must be refused in the words of the dialect, and start nothing. */
class BadInputTest {
    private static final String START = "{\"taskId\":\"0100000Z000009\",\"taskType\":\"MTT\"%s}";
    private static final String PLAIN = START.formatted("");

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private HttpRequest.Builder request(byte[] body) {
        return fixture.request("/api/v2/job")
                .header("icSessionId", fixture.session())
                .POST(BodyPublishers.ofByteArray(body));
    }

    private Answer start(byte[] body) {
        return fixture.send(request(body).header("Content-Type", "application/json"));
    }

    private void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("@type").asText()).isEqualTo("error");
        assertThat(answer.at("statusCode").asInt()).isEqualTo(status);
        assertThat(answer.at("description").asText()).isNotBlank();
        assertThat(fixture.platform.storage().index().page(RunFilter.ALL, Optional.empty(), 100))
                .isEmpty();
    }

    static Stream<Arguments> malformedBodies() {
        return Stream.of(
                body("a comment", START.formatted("/*c*/"), UTF_8),
                body("single quotes", PLAIN.replace('"', '\''), UTF_8),
                body("names without quotes", "{taskId:\"0100000Z000009\",taskType:\"MTT\"}", UTF_8),
                body("no number", START.formatted(",\"runId\":NaN"), UTF_8),
                body("a number without end", START.formatted(",\"runId\":Infinity"), UTF_8),
                body("a huge exponent as text", "{\"taskId\":1e400000000,\"taskType\":\"MTT\"}", UTF_8),
                body("ten thousand digits", START.formatted(",\"runId\":" + "9".repeat(10_000)), UTF_8),
                body("a deep tree", START.formatted(",\"x\":" + "[".repeat(1_001) + "]".repeat(1_001)), UTF_8),
                body("a very deep tree", "{\"a\":".repeat(100_000), UTF_8),
                body("a name given twice, deep", START.formatted(",\"x\":{\"a\":1,\"a\":2}"), UTF_8),
                body("a long text", START.formatted(",\"x\":\"" + "a".repeat(300_000) + "\""), UTF_8),
                body("many values", START.formatted(",\"x\":[" + "1,".repeat(11_000) + "1]"), UTF_8),
                body("another encoding", PLAIN, UTF_16),
                body("no UTF-8", START.formatted(",\"x\":\"ÿþ\""), ISO_8859_1),
                body("a NUL in a name", "{\"taskName\":\"a\\u0000b\",\"taskType\":\"MTT\"}", UTF_8),
                body("an escape in a name", "{\"taskName\":\"\\u001b[31m\",\"taskType\":\"MTT\"}", UTF_8),
                body("a line break in a name", "{\"taskName\":\"a\\r\\nX: y\",\"taskType\":\"MTT\"}", UTF_8),
                body("an object as a name", "{\"taskName\":{},\"taskType\":\"MTT\"}", UTF_8),
                body("a NUL in a path", START.formatted(",\"runtime\":{\"parameterFileName\":\"a\\u0000\"}"), UTF_8),
                body("a long URL", START.formatted(",\"callbackURL\":\"http://a/" + "b".repeat(5_000) + "\""), UTF_8));
    }

    private static Arguments body(String what, String text, Charset charset) {
        return arguments(what, text.getBytes(charset));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedBodies")
    void malformedBodyShouldBeRefused(String what, byte[] body) {
        assertRefused(start(body), 400);
    }

    @Test
    void bodyBeyondTheLimitShouldBeRefused() {
        assertRefused(start(START.formatted(" ".repeat(2_000_000)).getBytes(UTF_8)), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type,application/json; charset=utf-7,415",
        "Content-Type,application/json; charset=ibm1047,415",
        "Content-Type,text/plain,415",
        "Content-Encoding,gzip,415",
        "Accept,image/png,406"
    })
    void headerThatCannotBeMetShouldBeRefused(String name, String value, int status) {
        HttpRequest.Builder request = request(PLAIN.getBytes(UTF_8)).header(name, value);
        assertRefused(
                fixture.send(
                        name.equals("Content-Type") ? request : request.header("Content-Type", "application/json")),
                status);
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:pw@example.com/",
        "http://127.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://example.com:22/",
        "http://example.com:65536/",
        "http://exa mple.com/",
        "http://example.com\\@127.0.0.1/",
        "file:///etc/hostname"
    })
    void callbackThatMustNotBeCalledShouldBeRefused(String url) {
        String escaped = url.replace("\\", "\\\\");
        assertRefused(
                start(START.formatted(",\"callbackURL\":\"" + escaped + "\"").getBytes(UTF_8)), 400);
    }

    @Test
    void byteOrderMarkShouldBeSkipped() {
        assertThat(start(("\uFEFF" + PLAIN).getBytes(UTF_8)).status()).isEqualTo(200);
    }

    @Test
    void nameOfAnyLettersShouldComeBackAsItIs() {
        fixture.addJob("4730", "Default", "夜間 🌙 Größe", "MTT");
        Answer answer = start("{\"taskName\":\"夜間 🌙 Größe\",\"taskType\":\"MTT\"}".getBytes(UTF_8));
        assertThat(answer.at("taskName").asText()).isEqualTo("夜間 🌙 Größe");
        assertThat(fixture.get("/api/v2/mttask/name/%E5%A4%9C%E9%96%93%20%F0%9F%8C%99%20Gr%C3%B6%C3%9Fe")
                        .at("id")
                        .asText())
                .isEqualTo("4730");
    }
}
