package org.jobplatform.conformance.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {
    private static List<Case> read(String text) {
        return new ScriptReader("test", text.lines().toList()).read();
    }

    @Test
    void exchangeShouldBeReadWithItsHeadersAndBody() {
        List<Case> cases = read("""
                # A comment.
                @headers common
                Host: here

                ### one thing
                @within 5
                > POST /a HTTP/1.0
                > &common
                >
                > {"a":
                >+1}
                < 201
                < Location: /b
                < !Server
                <
                < done
                """);

        assertThat(cases).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo("one thing");
            assertThat(one.gap()).isEmpty();
            Step.Exchange exchange = (Step.Exchange) one.steps().getFirst();
            assertThat(exchange.within()).isEqualTo(Duration.ofSeconds(5));
            assertThat(exchange.request().head())
                    .extracting(Template::toString)
                    .containsExactly("POST /a HTTP/1.0", "Host: here");
            assertThat(exchange.request().body().fill(new Variables(Map.of()))).isEqualTo("{\"a\":1}".getBytes(UTF_8));
            assertThat(exchange.answer().status()).isEqualTo("201");
            assertThat(exchange.answer().headers())
                    .extracting(Step.Header::name)
                    .containsExactly("Location");
            assertThat(exchange.answer().absent()).containsExactly("Server");
            assertThat(exchange.answer().body())
                    .hasValueSatisfying(body -> assertThat(body).hasToString("done"));
        });
    }

    @Test
    void bodyShouldNotMatterWhenNothingIsSaidOfIt() {
        Step.Exchange exchange = (Step.Exchange)
                read("### x\n> GET / HTTP/1.0\n< 200").getFirst().steps().getFirst();
        assertThat(exchange.answer().body()).isEmpty();
    }

    @Test
    void callbackShouldBeReadWithTheRolesExchanged() {
        Step.Callback callback = (Step.Callback) read("### x\n@callback\n> POST /a HTTP/1.1\n>\n> body\n< 500")
                .getFirst()
                .steps()
                .getFirst();
        assertThat(callback.startLine()).hasToString("POST /a HTTP/1.1");
        assertThat(callback.status()).isEqualTo(500);
        assertThat(callback.request().body()).isPresent();
    }

    @Test
    void gapShouldBelongToItsCaseOnly() {
        List<Optional<String>> gaps = read("### a\n@gap not yet\n### b\n@fresh id guid").stream()
                .map(Case::gap)
                .toList();
        assertThat(gaps).isEqualTo(List.of(Optional.of("not yet"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> GET / HTTP/1.0\n< 200",
                "### a\n> GET / HTTP/1.0",
                "### a\n< 200",
                "### a\n@nonsense",
                "### a\n@within soon",
                "### a\n> &unknown\n< 200",
                "### a\n> GET / HTTP/1.0\n< 200\n< not a header",
                "### a\nnothing of all that"
            })
    void scriptWithoutMeaningShouldBeRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadScript.class).hasMessageStartingWith("test:");
    }
}
