package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.starfish.StarfishFixture.start;

import java.net.http.HttpRequest.BodyPublishers;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the dialect answers, and how it says that it cannot. */
class AddressesTest {
    private final StarfishFixture fixture = new StarfishFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/ExecuteJobAsync",
                "/v1/executejobasync",
                "/V1/EXECUTEJOBASYNC",
                "/v1/ExecuteJobAsync/",
                "/v1/ExecuteJobAsync?x=y"
            })
    void callShouldBeTakenInAnyCaseWithAndWithoutASlash(String path) {
        Answer answer = fixture.post(path, "application/json", start().toString());
        assertThat(answer.at("started").asBoolean()).as(answer.text()).isTrue();
        assertThat(fixture.get(path.replaceAll("(?i)ExecuteJobAsync", "RESULTS/" + StarfishFixture.RUN))
                        .status())
                .isEqualTo(200);
        Answer unknown = fixture.send(fixture.request(path)
                .setHeader("Authorization", "Bearer no")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(start().toString())));
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.at("Message").asText()).isEqualTo("Authorization has been denied for this request.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/", "/v1/Execute", "/v1/Results", "/v1/ExecuteJobAsync/x", "/V1/ExecuteJobs"})
    void otherAddressesShouldNotBeFound(String path) {
        Answer answer = fixture.post(path, "application/json", start().toString());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("Message").asText()).isEqualTo("There is nothing here.");
        assertThat(fixture.runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//v1/ExecuteJobAsync", "/v1/ExecuteJobAsync;x=1", "/v1/%2e%2e/v1/ExecuteJobAsync"})
    void otherSpellingsShouldBeRefused(String path) {
        assertThat(fixture.post(path, "application/json", start().toString()).status())
                .isEqualTo(400);
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void otherMethodsShouldBeRefused() {
        Answer answer = fixture.get("/v1/ExecuteJobAsync");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.at("Message").asText()).isEqualTo("This method is not possible here.");
        assertThat(fixture.post("/v1/Results/" + StarfishFixture.RUN, "application/json", "{}")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void bodyThatIsTooLargeShouldBeRefusedInTheDialectsWords() {
        Answer answer = fixture.executeAsync(start().put("unknown", "x".repeat(1 << 20)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.at("Message").asText()).isEqualTo("The body is larger than 1048576 bytes.");
    }

    @Test
    void serverThatCannotStartShouldSayWhenToComeAgain() {
        fixture.platform.shutDown();
        assertUnavailable(fixture.executeAsync(start()));
    }

    @Test
    void outageShouldBeAnsweredAsOne() {
        fixture.platform.beginOutage();
        assertUnavailable(fixture.executeAsync(start()));
        assertUnavailable(fixture.get("/v1/Results/" + StarfishFixture.RUN));
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.text()).isEqualTo("{\"Message\":\"The server cannot do this at the moment.\"}");
    }
}
