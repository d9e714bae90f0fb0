package org.jobplatform.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final JsonMapper JSON = StrictJson.mapper(JsonRules.STRICT);

    private enum Colour {
        RED
    }

    private record Sample(
            @Nullable Integer number,
            @Nullable Long big,
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Colour colour,
            @Nullable List<Sample> inner,
            @Nullable Instant at,
            @Nullable Duration delay) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":3.9}",
                "{\"number\":\"5\"}",
                "{\"number\":\"\"}",
                "{\"number\":true}",
                "{\"number\":2147483648}",
                "{\"big\":\"\"}",
                "{\"text\":5}",
                "{\"text\":true}",
                "{\"text\":1.5}",
                "{\"flag\":5}",
                "{\"flag\":\"true\"}",
                "{\"colour\":0}",
                "{\"colour\":\"\"}",
                "{\"inner\":\"\"}",
                "{\"inner\":{}}",
                "{\"at\":5}",
                "{\"at\":\"noon\"}",
                "{\"other\":1}",
                "{} {}"
            })
    void coercionShouldBeRefused(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Sample.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void absentAndNullMembersShouldBeTaken() throws JacksonException {
        assertThat(JSON.readValue("{\"number\":5,\"text\":null,\"inner\":[{\"flag\":true}]}", Sample.class))
                .isEqualTo(new Sample(
                        5,
                        null,
                        null,
                        null,
                        null,
                        List.of(new Sample(null, null, null, true, null, null, null, null)),
                        null,
                        null));
    }

    @Test
    void timesShouldBeIsoWithMilliseconds() throws JacksonException {
        Sample sample = new Sample(
                1,
                2L,
                "3",
                true,
                Colour.RED,
                List.of(),
                Instant.parse("2026-01-31T12:00:00.1234Z"),
                Duration.ofSeconds(9));
        assertThat(JSON.writeValueAsString(sample))
                .contains("\"at\":\"2026-01-31T12:00:00.123Z\"", "\"delay\":\"PT9S\"");
    }

    @Test
    void wrongTypeShouldBeDescribedByItsPath() {
        JacksonException fault = catchThrowableOfType(
                JacksonException.class,
                () -> JSON.readValue("{\"inner\":[{\"number\":1},{\"number\":\"secret\"}]}", Sample.class));
        assertThat(JsonFaults.describe(fault).problems())
                .containsExactly(new FieldProblem("inner[1].number", "has the wrong type"));
    }
}
