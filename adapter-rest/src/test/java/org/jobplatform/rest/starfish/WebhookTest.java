package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts by whatever is posted. */
class WebhookTest {
    private static final String PATH = "/v1/Webhook?projectid=Sales&jobid=load-1";

    private final StarfishFixture fixture = new StarfishFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void assertArgument(int run, String argument) {
        assertThat(fixture.platform.find(run).request().argument()).hasValue(argument);
    }

    @Test
    void bodyShouldBecomeTheArgumentOfARunWithAnIdOfTheServer() {
        Answer answer = fixture.post(PATH, "application/json", "{\"id\": [7]}\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("started").asBoolean()).isTrue();
        assertThat(answer.at("error").isNull()).isTrue();
        RunId run = fixture.platform.find(1).id();
        assertThat(answer.at("runID").asText()).isEqualTo(run.value());
        assertArgument(1, "{\"id\": [7]}\n");
        assertThat(fixture.platform.find(1).request().rows()).isEqualTo(RowRange.ALL);
        assertThat(fixture.platform.find(1).request().loggingLevel()).isEqualTo(LoggingLevel.NONE);
        JsonNode results = fixture.get("/v1/Results/" + run).body();
        assertThat(results.path(0).path("runID").asText()).isEqualTo(run.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "image/png",
                "x/y; z=1"
            })
    void everyContentTypeShouldBeTaken(String type) {
        assertThat(fixture.post(PATH, type, "<!DOCTYPE a>&b=c").at("started").asBoolean())
                .isTrue();
        assertArgument(1, "<!DOCTYPE a>&b=c");
    }

    @Test
    void bodyWithoutATypeAndNoBodyAtAllShouldBeTaken() {
        assertThat(fixture.send(fixture.request(PATH).POST(BodyPublishers.ofString("x")))
                        .at("started")
                        .asBoolean())
                .isTrue();
        assertArgument(1, "x");
        assertThat(fixture.send(fixture.request(PATH).POST(BodyPublishers.noBody()))
                        .at("started")
                        .asBoolean())
                .isTrue();
        assertThat(fixture.platform.find(2).request().argument()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/Webhook?projectID=Sales&jobID=load-1",
        "/v1/webhook?PROJECTID=Sales&JobId=Load&Instance=any",
        "/V1/WEBHOOK/?jobid=load-1&projectid=Sales&projectID=Sales&other=1"
    })
    void queryShouldBeTakenInAnyCase(String path) {
        Answer answer = fixture.post(path, "text/plain", "x");
        assertThat(answer.at("started").asBoolean()).as(answer.text()).isTrue();
    }

    @Test
    void badParametersShouldBeNamed() {
        Answer missing = fixture.post("/v1/Webhook", "text/plain", "x");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text())
                .isEqualTo("{\"Message\":\"The request is invalid.\",\"ModelState\":{"
                        + "\"projectid\":[\"The projectid field is required.\"],"
                        + "\"jobid\":[\"The jobid field is required.\"]}}");
        assertThat(fixture.post("/v1/Webhook?projectid=Sales&jobid=" + "j".repeat(37), "text/plain", "x")
                        .problem("jobid"))
                .isEqualTo("The field jobid is longer than 36 characters.");
        assertThat(fixture.post(PATH + "&instance=" + "i".repeat(256), "text/plain", "x")
                        .problem("instance"))
                .isEqualTo("The field instance is longer than 255 characters.");
        assertThat(fixture.post(PATH + "&jobid=other", "text/plain", "x").status())
                .isEqualTo(400);
        assertThat(fixture.post(PATH + "&JOBID=other", "text/plain", "x").status())
                .isEqualTo(400);
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void unknownJobShouldNotBeStarted() {
        Answer answer = fixture.post("/v1/Webhook?projectid=Sales&jobid=absent", "text/plain", "x");
        assertThat(answer.text())
                .isEqualTo("{\"runID\":null,\"started\":false,\"error\":\"There is no such job in this project.\"}");
    }

    @Test
    void bodyShouldHaveAtMostSixtyFourKibi() {
        assertThat(fixture.post(PATH, "text/plain", "x".repeat(65_536))
                        .at("started")
                        .asBoolean())
                .isTrue();
        Answer answer = fixture.post(PATH, "text/plain", "\u00e9".repeat(32_769));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).isEqualTo("{\"Message\":\"The body is larger than 65536 bytes.\"}");
        assertThat(fixture.runs()).isOne();
    }

    @Test
    void bodyThatIsNoTextShouldBeRefused() {
        for (byte[] body : new byte[][] {{(byte) 0xff}, {'a', 0, 'b'}}) {
            HttpRequest.Builder request =
                    fixture.request(PATH).header("Content-Type", "image/png").POST(BodyPublishers.ofByteArray(body));
            Answer answer = fixture.send(request);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem("request")).startsWith("The body ");
        }
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void everyPostShouldBeARunOfItsOwn() {
        fixture.post(PATH, "text/plain", "same");
        fixture.post(PATH, "text/plain", "same");
        assertThat(fixture.runs()).isEqualTo(2);
    }
}
