package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.starfish.StarfishFixture.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asynchronous starts: fields, defaults and refusals. */
class StartTest {
    private final StarfishFixture fixture = new StarfishFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void assertStarted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("started").asBoolean()).as(answer.text()).isTrue();
        assertThat(answer.at("error").isNull()).isTrue();
    }

    private void assertRefused(Answer answer, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("started").asBoolean()).as(answer.text()).isFalse();
        assertThat(answer.at("error").asText()).isEqualTo(reason);
        assertThat(answer.at("runID").asText()).isEqualTo(StarfishFixture.RUN);
    }

    private RunRequest requested() {
        return fixture.platform.find(1).request();
    }

    @Test
    void startShouldBeAnsweredAtOnceInTheCallersSpelling() {
        Answer answer = fixture.executeAsync(start());

        assertThat(answer.text())
                .isEqualTo("{\"runID\":\"0F8FAD5B-D9CB-469F-A165-70867728950E\",\"started\":true,\"error\":null}");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        Run run = fixture.platform.find(1);
        assertThat(run.id().value()).isEqualTo("0f8fad5b-d9cb-469f-a165-70867728950e");
        assertThat(run.request().dialect()).isEqualTo(Dialect.STARFISH);
        assertThat(run.request().requester()).isEqualTo("operator");
    }

    @Test
    void absentFieldsShouldHaveTheirDefaults() {
        assertStarted(fixture.executeAsync(start()));
        RunRequest request = requested();
        assertThat(request.argument()).isEmpty();
        assertThat(request.rows()).isEqualTo(RowRange.ALL);
        assertThat(request.threads()).isEqualTo(1);
        assertThat(request.loggingLevel()).isEqualTo(LoggingLevel.NONE);
        assertThat(request.callback()).isEmpty();
    }

    @Test
    void nullsAndEmptyTextsShouldBeAsAbsent() {
        assertStarted(fixture.executeAsync(start().putNull("chainJobs")
                .putNull("loggingLevel")
                .putNull("argument")
                .put("beginAtRow", "")
                .put("endAfterRow", " ")
                .put("threadCount", "")
                .put("webHookURL", "")
                .putNull("instance")));
        assertThat(requested().rows()).isEqualTo(RowRange.ALL);
        assertThat(requested().threads()).isEqualTo(1);
        assertThat(requested().argument()).isEmpty();
    }

    @Test
    void everyFieldShouldReachTheRunner() {
        assertStarted(fixture.executeAsync(start().put("chainJobs", false)
                .put("loggingLevel", 2)
                .put("argument", "  id=7; rm -rf / $(id) `x`\n-rf \uD83D\uDE00 ")
                .put("beginAtRow", "5")
                .put("endAfterRow", 9)
                .put("threadCount", " 32 ")
                .put("webHookURL", "https://Receiver.example/Done")
                .put("instance", "production")
                .put("unknown", true)));
        fixture.platform.end(1, context -> {
            RunRequest request = context.run().request();
            assertThat(request.argument()).hasValue("  id=7; rm -rf / $(id) `x`\n-rf \uD83D\uDE00 ");
            assertThat(request.rows()).isEqualTo(new RowRange(5, OptionalLong.of(9)));
            assertThat(request.threads()).isEqualTo(32);
            assertThat(request.loggingLevel()).isEqualTo(LoggingLevel.MEDIUM);
            return new RunOutcome.Completed();
        });
        assertThat(fixture.platform.find(1).state().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(requested().callback().map(target -> target.url().toString()))
                .hasValue("https://Receiver.example/Done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0f8fad5b-d9cb-469f-a165-70867728950e",
                "{0F8FAD5B-d9cb-469F-A165-70867728950E}",
                "00000000-0000-0000-0000-000000000001",
                "ffffffff-ffff-0fff-ffff-ffffffffffff"
            })
    void everyGuidShouldBeTakenAndEchoedAsItIsSpelled(String runId) {
        Answer answer = fixture.executeAsync(start().put("runID", runId));
        assertStarted(answer);
        assertThat(answer.at("runID").asText()).isEqualTo(runId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample string 1",
                "0f8fad5b-d9cb-469f-a165-70867728950",
                "0f8fad5b-d9cb-469f-a165-70867728950e0",
                "{0f8fad5b-d9cb-469f-a165-70867728950e",
                "0f8fad5bd9cb469fa16570867728950e",
                "00000000-0000-0000-0000-000000000000",
                "{00000000-0000-0000-0000-000000000000}",
                "0f8fad5b-d9cb-469f-a165-7086772895\u00e9e",
                "0f8fad5b-d9cb-469f-a165-7086772895\uff10\uff10",
                "0f8fad5b-d9cb-469f-a165-70867728950e\n"
            })
    void otherRunIdsThanGuidsShouldBeRefused(String runId) {
        Answer answer = fixture.executeAsync(start().put("runID", runId));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("Message").asText()).isEqualTo("The request is invalid.");
        assertThat(answer.problem("request.runID")).startsWith("The field runID ");
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void everyMissingFieldShouldBeNamed() {
        assertThat(fixture.post("/v1/ExecuteJobAsync", "application/json", "{}").text())
                .isEqualTo("{\"Message\":\"The request is invalid.\",\"ModelState\":{"
                        + "\"request.runID\":[\"The runID field is required.\"],"
                        + "\"request.projectID\":[\"The projectID field is required.\"],"
                        + "\"request.jobID\":[\"The jobID field is required.\"]}}");
        assertThat(fixture.executeAsync(start().put("jobID", "")).problem("request.jobID"))
                .isEqualTo("The jobID field is required.");
    }

    @Test
    void everyOffendingFieldShouldBeNamed() {
        Answer answer = fixture.executeAsync(start().put("runID", "x")
                .put("projectID", "p".repeat(37))
                .put("jobID", "j\u0000")
                .put("chainJobs", "maybe")
                .put("loggingLevel", "High")
                .put("argument", "a\u0000b")
                .put("beginAtRow", "zero")
                .put("endAfterRow", "-1")
                .put("threadCount", "two")
                .put("webHookURL", "x".repeat(2_049))
                .put("instance", "i".repeat(256)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("ModelState").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "request.runID",
                        "request.projectID",
                        "request.jobID",
                        "request.chainJobs",
                        "request.loggingLevel",
                        "request.argument",
                        "request.beginAtRow",
                        "request.endAfterRow",
                        "request.threadCount",
                        "request.webHookURL",
                        "request.instance");
        assertThat(fixture.runs()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "' 5', 5", "'5 ', 5", "007, 7", "9223372036854775807, 9223372036854775807"})
    void beginAtRowShouldBeAWholeNumber(String text, long row) {
        assertStarted(fixture.executeAsync(start().put("beginAtRow", text)));
        assertThat(requested().rows()).isEqualTo(new RowRange(row, OptionalLong.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9223372036854775808",
                "99999999999999999999999999",
                "1e3",
                "0x10",
                "+5",
                "1.0",
                "\uFF10\uFF15",
                "\u0665",
                "5\t",
                "five",
                "5 6"
            })
    void otherRowsShouldBeRefused(String text) {
        assertThat(fixture.executeAsync(start().put("beginAtRow", text)).problem("request.beginAtRow"))
                .startsWith("The field beginAtRow ");
        assertThat(fixture.executeAsync(start().put("endAfterRow", text)).problem("request.endAfterRow"))
                .startsWith("The field endAfterRow ");
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void rowsBeyondTheRangeOfNumbersShouldBeTakenUpToTheLargest() {
        assertStarted(fixture.executeAsync(start().put("beginAtRow", 1L << 31).put("endAfterRow", Long.MAX_VALUE)));
        assertThat(requested().rows()).isEqualTo(new RowRange(1L << 31, OptionalLong.of(Long.MAX_VALUE)));
    }

    @Test
    void rangeThatEndsBeforeItBeginsShouldBeRefused() {
        assertThat(fixture.executeAsync(start().put("beginAtRow", "6").put("endAfterRow", "5"))
                        .problem("request.endAfterRow"))
                .isEqualTo("The field endAfterRow must not be less than beginAtRow.");
    }

    @Test
    void fractionsAndNestedValuesShouldBeRefusedWhereTextIsWanted() {
        assertThat(fixture.executeAsync(start().put("threadCount", 3.9)).problem("request.threadCount"))
                .isEqualTo("The field threadCount must be text.");
        ObjectNode nested = start();
        nested.putArray("argument").add("a");
        assertThat(fixture.executeAsync(nested).problem("request.argument"))
                .isEqualTo("The field argument must be text.");
        ObjectNode object = start();
        object.putObject("jobID");
        assertThat(fixture.executeAsync(object).problem("request.jobID")).isEqualTo("The field jobID must be text.");
        assertThat(fixture.runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "33", "1000000", "two", "1.5"})
    void threadCountBeyondTheServersMaximumShouldBeRefusedWithIt(String text) {
        assertThat(fixture.executeAsync(start().put("threadCount", text)).problem("request.threadCount"))
                .isEqualTo("The field threadCount must be a whole number from 1 to 32, the most that this server"
                        + " allows.");
        assertThat(fixture.runs()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, LOW", "2, MEDIUM", "3, HIGH", "4, HIGH", "5, HIGH", "2147483647, HIGH"})
    void loggingLevelAboveTheHighestShouldCountAsTheHighest(int level, LoggingLevel meant) {
        assertStarted(fixture.executeAsync(start().put("loggingLevel", level)));
        assertThat(requested().loggingLevel()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483648", "1.5", "\"High\"", "true", "1e400000000"})
    void otherLoggingLevelsShouldBeRefused(String level) {
        String body = start().toString().replace("}", ",\"loggingLevel\":" + level + "}");
        Answer answer = fixture.post("/v1/ExecuteJobAsync", "application/json", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.problem("request.loggingLevel")).startsWith("The field loggingLevel ");
    }

    @Test
    void idsThatAreNumbersShouldBeTaken() {
        fixture.addJob("17", "2024", "Numbers", "noop");
        assertStarted(fixture.executeAsync(start().put("projectID", 2024).put("jobID", 17)));
        assertThat(fixture.platform.find(1).job().id().value()).isEqualTo("17");
    }

    @Test
    void jobShouldBeFoundByItsIdAndByItsNameWithinItsProject() {
        fixture.addJob("other", "Elsewhere/Deep", "Load", "noop");
        assertStarted(fixture.executeAsync(start().put("jobID", "Load")));
        assertThat(fixture.platform.find(1).job().id().value()).isEqualTo(StarfishFixture.JOB);
        assertStarted(fixture.executeAsync(start().put("runID", StarfishFixture.OTHER_RUN)
                .put("projectID", "Elsewhere/Deep")
                .put("jobID", "Load")));
        assertThat(fixture.platform.find(2).job().id().value()).isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Sales, absent",
                "Default, load-1",
                "Default, Load",
                "sales, load-1",
                "../Sales, load-1",
                "Sales, ' or 1=1--",
                "Sales, %",
                "Sales, L_ad",
                "Sales, <script>alert(1)</script>"
            })
    void unknownJobShouldNotBeStarted(String project, String job) {
        assertRefused(
                fixture.executeAsync(start().put("projectID", project).put("jobID", job)),
                "There is no such job in this project.");
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void jobWithoutRowsShouldRefuseARange() {
        assertRefused(
                fixture.executeAsync(
                        start().put("jobID", StarfishFixture.PLAIN_JOB).put("beginAtRow", "2")),
                "The start was refused: job Sales/Plain does not work on a range of rows.");
        assertThat(fixture.runs()).isZero();
        assertStarted(fixture.executeAsync(
                start().put("jobID", StarfishFixture.PLAIN_JOB).put("beginAtRow", "1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://receiver.example/",
                "receiver.example",
                "http://127.0.0.1/",
                "http://localhost./",
                "http://2130706433/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://user:pw@receiver.example/",
                "http://receiver.example:22/",
                "http://receiver.example\\@127.0.0.1/",
                "http://receiver.example/a b"
            })
    void addressThatTheServerMustNotCallShouldBeRefused(String url) {
        Answer answer = fixture.executeAsync(start().put("webHookURL", url));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.problem("request.webHookURL"))
                .startsWith("The field webHookURL cannot be taken: the callback address was refused: ");
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void argumentShouldHaveAtMostSixtyFourKibi() {
        assertStarted(fixture.executeAsync(start().put("argument", "x".repeat(65_536))));
        for (String tooLong : new String[] {"x".repeat(65_537), "\uD83D\uDE00".repeat(32_769)}) {
            assertThat(fixture.executeAsync(start().put("argument", tooLong)).problem("request.argument"))
                    .isEqualTo("The field argument is longer than 65536 characters.");
        }
        assertThat(requested().argument().map(String::length)).isEqualTo(Optional.of(65_536));
    }
}
