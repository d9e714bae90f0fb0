package org.jobplatform.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of a job: what each takes, and what it makes of it. */
class JobValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0100000Z000009", "A.b_c-d", "...", "-"})
    void identifierShouldBeTakenWhenItFollowsTheGrammar(String value) {
        assertThat(new JobId(value)).hasToString(value);
        assertThat(new FederatedId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a\n", "é", "a\0", "%41"})
    void identifierShouldBeRefusedWithoutBeingRepeatedWhenItBreaksTheGrammar(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobId(value))
                .withMessage("a job id must be 1 to 64 characters out of A-Z a-z 0-9 . _ -");
        assertThatIllegalArgumentException().isThrownBy(() -> new FederatedId(value));
    }

    @Test
    void identifierShouldHaveAtMost64Characters() {
        assertThat(new JobId("x".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new JobId("x".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Default", "Sales/Nightly", "Größe 1/a.b-c_d", ".hidden", "日本/東京"})
    void projectShouldBeTakenWhenItIsAPathOfFolders(String value) {
        assertThat(new ProjectPath(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", " a", "a ", "a/ b", "a\\b", "a\tb", "a%2fb", "a:b"
            })
    void projectShouldBeRefusedWhenAFolderIsMalformed(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProjectPath(value));
    }

    @Test
    void projectShouldHaveBoundedFoldersAndLength() {
        assertThatCode(() -> new ProjectPath("x".repeat(64))).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new ProjectPath("x".repeat(65)));
        assertThatCode(() -> new ProjectPath("abc/".repeat(63) + "abc")).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new ProjectPath("abc/".repeat(63) + "abcd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "MappingTask1", "two words", "№1: 100% 'done' \\ \"€\" 𝄞"})
    void jobNameShouldBeTakenWhenItIsOneLineWithoutASlash(String value) {
        assertThat(new JobName(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a/b", "a\nb", "a\0b", "a\u0085b", "\ud834", "a\udd1e"})
    void jobNameShouldBeRefusedWhenItIsNot(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobName(value));
    }

    @Test
    void jobNameShouldHaveAtMost255Characters() {
        assertThatCode(() -> new JobName("x".repeat(255))).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new JobName("x".repeat(256)));
    }

    @Test
    void jobTypeShouldBeRaised() {
        assertThat(new JobType("mtt")).isEqualTo(new JobType("MTT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1A", "_A", "A B", "Ä", "A123456789012345678901234567890123"})
    void jobTypeShouldBeRefusedWhenItBreaksTheGrammar(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobType(value));
    }

    @Test
    void parametersShouldBeAnUnchangeableCopyInTheOrderOfTheirNames() {
        Map<String, String> given = new HashMap<>(Map.of("b", "2", "a", "1", "C", "3"));

        Map<String, String> copy = Parameters.copyOf(given);
        given.put("d", "4");

        assertThat(copy.keySet()).containsExactly("C", "a", "b");
        assertThat(copy).isUnmodifiable();
    }

    @Test
    void parametersOfAStartShouldLieOverTheDefaults() {
        assertThat(Parameters.overlay(Map.of("a", "1", "b", "2"), Map.of("b", "", "c", "4")))
                .isEqualTo(Map.of("a", "1", "b", "", "c", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a-b", "a.b", "ä", "a=b"})
    void parameterShouldBeRefusedWhenItsNameBreaksTheGrammar(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.copyOf(Map.of(name, "")));
    }

    @Test
    void parametersShouldBeBoundedInNumberAndLength() {
        Map<String, String> most = new HashMap<>();
        for (int i = 0; i < Parameters.MAXIMUM_COUNT; i++) {
            most.put("p" + i, "");
        }
        String longest = "x".repeat(Parameters.MAXIMUM_LENGTH);

        assertThat(Parameters.copyOf(most)).hasSize(Parameters.MAXIMUM_COUNT);
        assertThat(Parameters.copyOf(Map.of("a", longest))).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.overlay(most, Map.of("more", "")));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.copyOf(Map.of("a", longest + "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.copyOf(Map.of("a", "b\0")));
        assertThatIllegalArgumentException().isThrownBy(() -> Parameters.copyOf(Map.of("a".repeat(65), "")));
    }

    @Test
    void concurrencyShouldAdmitUpToItsLimit() {
        Concurrency two = new Concurrency(2, Concurrency.WhenFull.QUEUE);

        assertThat(two.admits(1)).isTrue();
        assertThat(two.admits(2)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Concurrency(0, Concurrency.WhenFull.QUEUE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Concurrency(10_001, Concurrency.WhenFull.QUEUE));
    }

    @Test
    void definitionShouldBeRefusedWhenTheTimeoutOrDescriptionIsOutOfRange() {
        assertThatCode(() -> definition(Duration.ofSeconds(1), "x".repeat(4_000)))
                .doesNotThrowAnyException();
        assertThatCode(() -> definition(Duration.ofDays(365), "")).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> definition(Duration.ofMillis(999), ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(Duration.ofDays(365).plusNanos(1), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> definition(Duration.ofSeconds(1), "x".repeat(4_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> definition(Duration.ofSeconds(1), "\0"));
    }

    private static JobDefinition definition(Duration timeout, String description) {
        return new JobDefinition(
                ProjectPath.DEFAULT,
                new JobName("Load"),
                JobType.UNSPECIFIED,
                Optional.of(description),
                new RunnerConfiguration("noop", Map.of()),
                Map.of(),
                Optional.of(timeout),
                Optional.empty(),
                RetryPolicy.NONE,
                OnLost.END);
    }
}
