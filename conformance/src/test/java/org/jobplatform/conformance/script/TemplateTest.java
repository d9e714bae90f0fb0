package org.jobplatform.conformance.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private final Variables variables = new Variables(Map.of("user", "admin"));

    private boolean matches(String template, String actual) {
        return Template.of(template)
                .difference(actual.getBytes(UTF_8), variables)
                .isEmpty();
    }

    @Test
    void textShouldBeComparedByteForByte() {
        assertThat(matches("{\"a\":1}", "{\"a\":1}")).isTrue();
        assertThat(matches("{\"a\":1}", "{\"a\": 1}")).isFalse();
        assertThat(matches("a.c", "abc")).isFalse();
        assertThat(matches("ä語", "ä語")).isTrue();
        assertThat(matches("", "\n")).isFalse();
    }

    @Test
    void placeShouldBeRecognizedByItsKind() {
        assertThat(matches("{\"run\":{{?number}}}", "{\"run\":17}")).isTrue();
        assertThat(matches("{\"run\":{{?number}}}", "{\"run\":\"17\"}")).isFalse();
        assertThat(matches("{{?time}}", "2026-01-31T12:00:00.123Z")).isTrue();
        assertThat(matches("{{?seconds}}", "2026-01-31T12:00:00.123Z")).isFalse();
        assertThat(matches("{{{?any}}}", "{}")).isTrue();
    }

    @Test
    void nameShouldStandForWhatWasRecognizedBefore() {
        assertThat(matches("id {{id?word}}, again {{id}}", "id a1, again a1")).isTrue();
        assertThat(variables.get("id")).isEqualTo("a1");
        assertThat(matches("id {{id?word}}, again {{id}}", "id a1, again a2")).isFalse();
        assertThat(matches("{{user}} {{id}}", "admin a1")).isTrue();
    }

    @Test
    void differenceShouldSayWhereItBegins() {
        assertThat(Template.of("abc{{?number}}def").difference("abc12deX".getBytes(UTF_8), variables))
                .hasValueSatisfying(text -> assertThat(text).contains("from character 7 on: X"));
    }

    @Test
    void requestShouldHoldAnyBytes() {
        assertThat(Template.of("{{hex 00ff}}{{repeat 3 {a}}{{user}}").fill(variables))
                .isEqualTo(new byte[] {0, -1, '{', 'a', '{', 'a', '{', 'a', 'a', 'd', 'm', 'i', 'n'});
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{}}", "{{?}}", "{{?nothing}}", "{{hex 0}}", "{{two words}}"})
    void placeWithoutMeaningShouldBeRefused(String template) {
        assertThatThrownBy(() -> Template.of(template)).isInstanceOf(BadScript.class);
    }

    @Test
    void unknownNameShouldBeRefused() {
        assertThatThrownBy(() -> Template.of("{{nobody}}").fill(variables))
                .isInstanceOf(BadScript.class)
                .hasMessageContaining("nobody");
    }
}
