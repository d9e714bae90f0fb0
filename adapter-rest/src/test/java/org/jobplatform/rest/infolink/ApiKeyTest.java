package org.jobplatform.rest.infolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.infolink.InfolinkFixture.EXECUTE;
import static org.jobplatform.rest.infolink.InfolinkFixture.KEY;
import static org.jobplatform.rest.infolink.InfolinkFixture.VIEWER_KEY;

import org.jobplatform.domain.run.Run;
import org.jobplatform.rest.infolink.InfolinkFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String START = "'appId':'7','operation':{'opName':'Main'}";

    private final InfolinkFixture fixture = new InfolinkFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{" + START + "}", "{'apiKey':''," + START + "}", "{'apiKey':null," + START + "}"})
    void postWithoutKeyShouldBeRefusedInTheVendorsWords(String body) {
        Answer answer = fixture.post(EXECUTE, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"status\":\"error\",\"result\":{\"message\":\"apiKey parameter is required.\"}}");
        assertThat(fixture.runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getJobStatus.jsp", "getJobStatus", "stopJob.jsp", "stopJob", "stop.jsp", "stop"})
    void getWithoutKeyShouldBeRefusedInTheVendorsWords(String call) {
        Answer answer = fixture.get("/api/v1/" + call + "?appId=7&jobId=x");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.error()).isEqualTo("apiKey parameter is required.");
        assertThat(fixture.get("/api/v1/" + call + "?apiKey=&appId=7&jobId=x").error())
                .isEqualTo(answer.error());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'wrong'|apiKey is not valid.",
                "4711|apiKey is not valid.",
                "['a']|apiKey must be text",
                "{'a':'b'}|apiKey must be text",
                "true|apiKey must be text",
                "'a\\u0000b'|apiKey holds a character that cannot be stored"
            },
            quoteCharacter = '`')
    void badKeyShouldBeAnErrorThatNamesIt(String key, String error) {
        Answer answer = fixture.post(EXECUTE, "{'apiKey':" + key + "," + START + "}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void hugeKeyShouldBeTooLarge() {
        Answer answer = fixture.post(EXECUTE, "{'apiKey':'" + "k".repeat(1 << 20) + "'," + START + "}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error()).contains("larger than");
    }

    @Test
    void longKeyShouldBeAnErrorThatDoesNotRepeatIt() {
        Answer answer = fixture.post(EXECUTE, "{'apiKey':'" + "k".repeat(2_000) + "'," + START + "}");
        assertThat(answer.error()).isEqualTo("apiKey is longer than 1000 characters");
    }

    @Test
    void repeatedKeyInTheQueryShouldBeRefused() {
        assertThat(fixture.get("/api/v1/getJobStatus.jsp?apiKey=" + KEY + "&apiKey=" + KEY + "&appId=7&jobId=x")
                        .error())
                .isEqualTo("apiKey is given more than once");
    }

    @Test
    void keyInTheQueryShouldNotCountForAPost() {
        assertThat(fixture.post(EXECUTE + "?apiKey=" + KEY, "{" + START + "}").error())
                .isEqualTo("apiKey parameter is required.");
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void bearerShouldStandForTheParameter() {
        assertThat(fixture.post(EXECUTE, "{" + START + ",'jobId':'mine'}", "Authorization", "Bearer " + KEY)
                        .result()
                        .path("jobId")
                        .asText())
                .isEqualTo("mine");
        assertThat(fixture.send(fixture.request("/api/v1/getJobStatus?appId=7&jobId=mine")
                                .header("Authorization", "Bearer " + KEY))
                        .result()
                        .path("status")
                        .asText())
                .isEqualTo("running");
        assertThat(fixture.post(EXECUTE, "{" + START + "}", "Authorization", "Bearer wrong")
                        .error())
                .isEqualTo("apiKey is not valid.");
    }

    @Test
    void parameterShouldLeadWhereBothAreGiven() {
        assertThat(fixture.post(EXECUTE, "{'apiKey':'wrong'," + START + "}", "Authorization", "Bearer " + KEY)
                        .error())
                .isEqualTo("apiKey is not valid.");
    }

    @Test
    void viewerShouldNotStartButLook() {
        assertThat(fixture.post(EXECUTE, "{'apiKey':'" + VIEWER_KEY + "'," + START + "}")
                        .error())
                .isEqualTo("apiKey does not allow this.");
        fixture.main(",'jobId':'mine'");
        assertThat(fixture.get("/api/v1/getJobStatus.jsp?appId=7&jobId=mine&apiKey=" + VIEWER_KEY)
                        .result()
                        .path("status")
                        .asText())
                .isEqualTo("running");
    }

    @Test
    void keyShouldNotBeKeptWithTheRun() {
        fixture.main(",'jobId':'mine'");
        Run run = fixture.platform.find(1);
        assertThat(run.toString()).doesNotContain(KEY);
        assertThat(fixture.get("getJobStatus.jsp", "mine").text()).doesNotContain(KEY);
    }
}
