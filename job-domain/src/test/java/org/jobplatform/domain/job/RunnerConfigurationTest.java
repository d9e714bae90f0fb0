package org.jobplatform.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerConfigurationTest {

    @Test
    void settingsShouldBeACopyToTheLastLeaf() {
        List<Object> argv = new ArrayList<>(List.of("echo"));
        Map<String, Object> nested = new HashMap<>(Map.of("argv", argv));
        Map<String, Object> settings = new HashMap<>(Map.of("nested", nested));
        RunnerConfiguration configuration = new RunnerConfiguration("command", settings);

        argv.add("more");
        nested.put("more", 1);
        settings.put("more", 1);

        assertThat(configuration.settings()).isEqualTo(Map.of("nested", Map.of("argv", List.of("echo"))));
    }

    @Test
    void settingsShouldNotBeChangeableAtAnyDepth() {
        RunnerConfiguration configuration =
                new RunnerConfiguration("command", Map.of("map", new HashMap<>(), "list", new ArrayList<>()));

        assertThat(configuration.settings()).isUnmodifiable();
        assertThat(configuration.settings().get("map"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .isUnmodifiable();
        assertThat(configuration.settings().get("list"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isUnmodifiable();
    }

    @Test
    void settingsShouldKeepTheirOrder() {
        Map<String, Object> settings = new LinkedHashMap<>();
        Stream.of("zeta", "alpha", "mid", "beta").forEach(name -> settings.put(name, true));

        assertThat(new RunnerConfiguration("noop", settings).settings().keySet())
                .containsExactly("zeta", "alpha", "mid", "beta");
    }

    @ParameterizedTest
    @MethodSource
    void numbersShouldHaveOneFormWhateverReaderTheyCameThrough(Number number, Number form) {
        assertThat(settings(number)).isEqualTo(Map.of("value", form));
    }

    static Stream<Arguments> numbersShouldHaveOneFormWhateverReaderTheyCameThrough() {
        return Stream.of(
                        List.of((byte) 7, 7L),
                        List.of((short) 7, 7L),
                        List.of(7, 7L),
                        List.of(new BigInteger("9223372036854775807"), Long.MAX_VALUE),
                        List.of(new BigInteger("-9223372036854775808"), Long.MIN_VALUE),
                        List.of(0.5f, 0.5),
                        List.of(new BigDecimal("0.50"), 0.5))
                .map(pair -> Arguments.of(pair.get(0), pair.get(1)));
    }

    @ParameterizedTest
    @MethodSource
    void settingsShouldBeRefusedWhenTheyHoldAnythingElse(Object value) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(value));
    }

    static Stream<Object> settingsShouldBeRefusedWhenTheyHoldAnythingElse() {
        return Stream.of(
                'c',
                new Object(),
                new byte[0],
                Map.of(1, "key"),
                Map.of("a\0", "key"),
                List.of("a\0"),
                new BigInteger("9223372036854775808"),
                new BigInteger("-9223372036854775809"),
                new BigDecimal("1e999"),
                Double.NaN,
                Float.POSITIVE_INFINITY);
    }

    @Test
    void settingsShouldBeRefusedWhenAValueIsMissing() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("value", missing());

        assertThatIllegalArgumentException().isThrownBy(() -> new RunnerConfiguration("noop", settings));
    }

    @Test
    void settingsShouldBeRefusedWhenTheyAreNestedTooDeep() {
        Object nested = "leaf";
        for (int depth = 0; depth < 15; depth++) {
            nested = List.of(nested);
        }
        Object deepest = nested;

        assertThat(settings(deepest)).containsKey("value");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of(deepest)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a/b"})
    void kindShouldBeRefusedWhenItIsNoIdentifier(String kind) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunnerConfiguration(kind, Map.of()));
    }

    @SuppressWarnings("NullAway")
    private static Object missing() {
        return null;
    }

    private static Map<String, Object> settings(Object value) {
        return new RunnerConfiguration("noop", Map.of("value", value)).settings();
    }
}
