package org.jobplatform.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    private static JsonFields read(JsonRules rules, String json) {
        return new JsonBody(rules).read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static InvalidBody problems(JsonRules rules, String json, Consumer<JsonFields> reading) {
        JsonFields fields = read(rules, json);
        reading.accept(fields);
        return catchThrowableOfType(InvalidBody.class, fields::check);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} 2",
                "{\"a\":1",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":NaN}",
                "/*c*/{\"a\":1}",
                "{\"a\":01}",
                "{\"a\":111111111111111111111111111111111}",
                "null",
                "[]",
                "7",
                "\"x\"",
                "",
                " "
            })
    void otherThanOneStrictObjectShouldBeRefused(String json) {
        assertThatThrownBy(() -> read(JsonRules.STRICT, json)).isInstanceOf(InvalidBody.class);
    }

    @Test
    void sizesBeyondTheLimitsShouldBeRefused() {
        for (String json : new String[] {
            "{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}",
            "{\"a\":" + "[".repeat(100_000),
            "{\"a\":\"" + "x".repeat(StrictJson.MAX_TEXT + 1) + "\"}",
            "{\"" + "x".repeat(257) + "\":1}",
            "{\"a\":[" + "1,".repeat(10_000) + "1]}"
        }) {
            assertThatThrownBy(() -> read(JsonRules.STRICT, json))
                    .isInstanceOf(InvalidBody.class)
                    .hasMessageContaining("limit");
        }
    }

    @Test
    void hugeExponentShouldBeRefusedWhereAWholeNumberIsWanted() {
        assertThat(problems(JsonRules.STRICT, "{\"a\":1e400000000}", body -> body.optionalLong("a", 0, 9)))
                .hasMessage("a must be a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void otherEncodingShouldBeRefused(String charset) {
        byte[] body = "{\"a\":\"\u00e4\"}".getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> new JsonBody(JsonRules.STRICT).read(body)).isInstanceOf(InvalidBody.class);
    }

    @Test
    void byteOrderMarkShouldBeSkipped() {
        assertThat(read(JsonRules.STRICT, "\uFEFF{\"a\":\"\uD83D\uDE00 \u4e2d\"}")
                        .requiredName("a", 3))
                .isEqualTo("\uD83D\uDE00 \u4e2d");
    }

    @Test
    void faultShouldNotRepeatTheDocument() {
        for (String json : new String[] {"{\"key\": secret}", "{\"secret\":1,\"secret\":2}", "{\"a\":\"secret"}) {
            assertThatThrownBy(() -> read(JsonRules.STRICT, json)).message().doesNotContain("secret");
        }
    }

    @Test
    void everyProblemShouldBeCollected() {
        InvalidBody invalid = problems(JsonRules.STRICT, """
                {"text":5,"count":"5","big":2147483648,"part":3.9,"flag":1,"object":[],"inner":{"x":true,"y":1},
                 "items":[{"x":1},7],"unknown":null}
                """, body -> {
            body.requiredText("absent", 9);
            body.requiredText("text", 9);
            body.optionalInteger("count", 0, 9);
            body.optionalInteger("big", 0, Integer.MAX_VALUE);
            body.optionalInteger("part", 0, 9);
            body.optionalBoolean("flag");
            body.optionalObject("object");
            body.optionalObject("inner").ifPresent(inner -> inner.optionalText("x", 9));
            body.optionalObjects("items", 9).forEach(item -> item.optionalText("x", 9));
        });
        assertThat(invalid.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "absent",
                        "text",
                        "count",
                        "big",
                        "part",
                        "flag",
                        "object",
                        "inner.x",
                        "items[1]",
                        "items[0].x",
                        "unknown",
                        "inner.y");
    }

    @Test
    void lenientRulesShouldTakeUnknownFieldsNumbersAsTextAndTheTrailingComma() {
        JsonFields body = read(JsonRules.TRAILING_COMMA, "{\"id\":123,\"@type\":\"job\",}");
        assertThat(body.requiredName("id", 64)).isEqualTo("123");
        body.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", "a\\nb", "a\\u001b[31m", "12345", ""})
    void badNameShouldBeRefused(String name) {
        assertThat(problems(JsonRules.STRICT, "{\"n\":\"" + name + "\"}", body -> body.requiredName("n", 4)))
                .isNotNull();
    }

    @Test
    void textShouldKeepLineBreaksAndRefuseNul() {
        assertThat(read(JsonRules.STRICT, "{\"t\":\"a\\nb\"}").requiredText("t", 3))
                .isEqualTo("a\nb");
        assertThat(problems(JsonRules.STRICT, "{\"t\":\"a\\u0000\"}", body -> body.requiredText("t", 3)))
                .isNotNull();
    }

    @Test
    void parserRefusalShouldBecomeAProblem() {
        assertThat(problems(JsonRules.STRICT, "{\"t\":\"soon\"}", body -> body.optionalParsed("t", 9, Duration::parse)))
                .hasMessage("t is not valid");
    }

    @Test
    void textMapShouldReportItsEntriesByPath() {
        InvalidBody invalid =
                problems(JsonRules.STRICT, "{\"m\":{\"a\":\"b\",\"c\":1}}", body -> body.optionalTextMap("m", 9, 9));
        assertThat(invalid.problems()).containsExactly(new FieldProblem("m.c", "must be text"));
    }

    @Test
    void textShouldStandForTheValueItSpellsWhereTheRulesSaySo() {
        String json = "{\"t\":\" true \",\"one\":\"1\",\"f\":\"false\",\"zero\":\"0\",\"n\":\" -12 \",\"o\":\" \"}";
        JsonFields fields = read(JsonRules.TEXTUAL, json);
        assertThat(fields.optionalBoolean("t")).hasValue(true);
        assertThat(fields.optionalBoolean("one")).hasValue(true);
        assertThat(fields.optionalBoolean("f")).hasValue(false);
        assertThat(fields.optionalBoolean("zero")).hasValue(false);
        assertThat(fields.optionalInteger("n", -20, 0)).hasValue(-12);
        assertThat(fields.optionalObject("o")).isPresent();
        fields.check();
        InvalidBody strict = problems(JsonRules.LENIENT, json, lenient -> {
            lenient.optionalBoolean("t");
            lenient.optionalInteger("n", -20, 0);
            lenient.optionalObject("o");
        });
        assertThat(strict.problems()).hasSize(3);
    }

    @Test
    void textThatSpellsNoSuchValueShouldBeAProblem() {
        InvalidBody invalid = problems(
                JsonRules.TEXTUAL,
                "{\"b\":\"yes\",\"c\":\"TRUE\",\"d\":\"\",\"n\":\"1.5\",\"m\":\"+1\",\"l\":\"\u0665\",\"k\":\"99999999999999999999\","
                        + "\"j\":\"" + "9".repeat(100_000) + "\",\"o\":\"x\"}",
                fields -> {
                    fields.optionalBoolean("b");
                    fields.optionalBoolean("c");
                    fields.optionalBoolean("d");
                    fields.optionalLong("n", 0, 9);
                    fields.optionalLong("m", 0, 9);
                    fields.optionalLong("l", 0, 9);
                    fields.optionalLong("k", 0, Long.MAX_VALUE);
                    fields.optionalLong("j", 0, Long.MAX_VALUE);
                    fields.optionalObject("o");
                });
        assertThat(invalid.problems())
                .extracting(FieldProblem::field)
                .containsExactly("b", "c", "d", "n", "m", "l", "k", "j", "o");
    }
}
