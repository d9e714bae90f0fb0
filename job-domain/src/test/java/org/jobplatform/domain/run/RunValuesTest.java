package org.jobplatform.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values around a run: what each takes, and what it makes of it. */
class RunValuesTest {

    @Test
    void runIdShouldBeLoweredWhenItIsAGuidAndKeptOtherwise() {
        String guid = "6A0B4D1E-52A4-4D0C-9F0B-00000000ABCD";

        assertThat(new RunId(guid)).isEqualTo(RunId.of(UUID.fromString(guid)));
        assertThat(new RunId(guid).value()).isEqualTo("6a0b4d1e-52a4-4d0c-9f0b-00000000abcd");
        assertThat(new RunId("Order-A").value()).isEqualTo("Order-A");
        assertThat(new RunId("Order-A").isGuid()).isFalse();
        assertThat(new RunId(guid + "0").value()).isEqualTo(guid + "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a\n", "ä", "{6A0B4D1E-52A4-4D0C-9F0B-00000000ABCD}"})
    void runIdShouldBeRefusedWhenItHoldsAnyOtherCharacter(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunId(value));
    }

    @Test
    void runIdShouldHaveAtMost64Characters() {
        assertThat(new RunId("x".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new RunId("x".repeat(65)));
    }

    @Test
    void runNumberShouldBePositive() {
        assertThat(new RunNumber(Integer.MAX_VALUE)).hasToString("2147483647");
        assertThatIllegalArgumentException().isThrownBy(() -> new RunNumber(0));
    }

    @Test
    void rowRangeShouldBePartialUnlessItLeavesNoRowOut() {
        assertThat(new RowRange(1, OptionalLong.empty()).isPartial()).isFalse();
        assertThat(new RowRange(2, OptionalLong.empty()).isPartial()).isTrue();
        assertThat(new RowRange(1, OptionalLong.of(1)).isPartial()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new RowRange(0, OptionalLong.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RowRange(5, OptionalLong.of(4)));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, false, false, false, false",
        "LOW, true, true, false, false",
        "MEDIUM, true, true, true, false",
        "HIGH, true, true, true, true"
    })
    void loggingLevelShouldKeepWhatIsGraveEnough(
            LoggingLevel level, boolean error, boolean warning, boolean info, boolean debug) {
        assertThat(level.keeps(LogSeverity.ERROR)).isEqualTo(error);
        assertThat(level.keeps(LogSeverity.WARNING)).isEqualTo(warning);
        assertThat(level.keeps(LogSeverity.INFO)).isEqualTo(info);
        assertThat(level.keeps(LogSeverity.DEBUG)).isEqualTo(debug);
        assertThat(LoggingLevel.of(level.number())).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void loggingLevelShouldBeRefusedWhenThereIsNoSuchNumber(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> LoggingLevel.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "two  spaces and a trailing one ", "€ 𝄞"})
    void logLineShouldBeReadBackAsItWasWritten(String text) {
        LogLine line = new LogLine(Instant.parse("2026-01-01T12:00:00.120Z"), LogSeverity.WARNING, text);

        assertThat(line.format()).isEqualTo("2026-01-01T12:00:00.120Z WARNING " + text);
        assertThat(LogLine.parse(line.format())).isEqualTo(line);
    }

    @Test
    void logLineShouldHoldNoLineEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogLine(Runs.NOW, LogSeverity.INFO, "a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogLine(Runs.NOW, LogSeverity.INFO, "a\rb"));
        assertThatIllegalArgumentException().isThrownBy(() -> LogLine.parse("no line"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Receiver.Example/done, https://receiver.example:443",
        "HTTP://receiver.example, http://receiver.example:80",
        "http://receiver.example:443/, http://receiver.example:443",
        "http://[::1]:8080/a?b#c, http://[::1]:8080"
    })
    void laneShouldBeSchemeHostAndPort(URI url, String lane) {
        assertThat(new CallbackTarget(url).lane()).isEqualTo(lane);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://receiver.example/", "/done", "receiver.example", "http:///done", "mailto:a@b.example"})
    void callbackShouldBeRefusedWhenItsAddressIsNotHttp(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallbackTarget(URI.create(url)));
    }

    @Test
    void callbackShouldBeRefusedWhenItsAddressIsTooLong() {
        String url = "http://a.example/";
        String longest = url + "x".repeat(CallbackTarget.MAXIMUM_LENGTH - url.length());

        assertThatCode(() -> new CallbackTarget(URI.create(longest))).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new CallbackTarget(URI.create(longest + "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "a\\b", "a\nb", "a\0"})
    void fileNameShouldBeRefusedWhenItCouldLeadElsewhere(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentDescription.requireFileName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "text/", "text/html\r\nX: y", "text/html; a=\"b\"", "text/html, text/plain"})
    void mediaTypeShouldBeRefusedWhenItIsMalformed(String mediaType) {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentDescription.requireMediaType(mediaType));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv; charset=utf-8", "application/vnd.a+json"})
    void mediaTypeShouldBeTakenWhenItIsWellFormed(String mediaType) {
        assertThat(ContentDescription.requireMediaType(mediaType)).isEqualTo(mediaType);
    }

    @Test
    void requestShouldBeRefusedWhenAValueIsOutOfRange() {
        assertThatCode(() -> request("x".repeat(RunRequest.MAXIMUM_ARGUMENT), 32, -100))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("x".repeat(RunRequest.MAXIMUM_ARGUMENT + 1), 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> request("a\0b", 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> request("", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> request("", 33, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> request("", 1, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> request("", 1, -101));
    }

    private static RunRequest request(String argument, int threads, int priority) {
        RunRequest plain = Runs.request();
        return new RunRequest(
                Map.of(),
                Optional.of(argument),
                plain.rows(),
                threads,
                plain.loggingLevel(),
                priority,
                plain.callback(),
                plain.dialect(),
                plain.requester(),
                plain.source());
    }
}
