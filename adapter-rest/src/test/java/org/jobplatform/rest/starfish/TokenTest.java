package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.starfish.StarfishFixture.start;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, and what they are good for. */
class TokenTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GOOD = "grant_type=password&username=operator&password=secret";

    private final StarfishFixture fixture = new StarfishFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private int statusWith(String authorization) {
        return fixture.send(fixture.request("/v1/ExecuteJobAsync")
                        .setHeader("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(start().toString())))
                .status();
    }

    @Test
    void tokenShouldBeGivenForANameAndItsPassword() {
        Answer answer = fixture.post("/token", FORM, GOOD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .matches("\\{\"access_token\":\"[A-Za-z0-9_-]+\",\"token_type\":\"bearer\",\"expires_in\":431999}");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(statusWith("Bearer " + answer.at("access_token").asText())).isEqualTo(200);
        assertThat(statusWith("bearer " + answer.at("access_token").asText())).isEqualTo(200);
    }

    @Test
    void tokenShouldBeGoodForAsLongAsTheAnswerSays() {
        Answer answer = fixture.post("/token", FORM, GOOD);
        String token = "Bearer " + answer.at("access_token").asText();
        Duration promised = Duration.ofSeconds(answer.at("expires_in").asLong());
        fixture.platform.time().advance(promised.dividedBy(2));
        assertThat(statusWith(token)).isEqualTo(200);
        fixture.platform.time().advance(promised.minus(promised.dividedBy(2)));
        assertThat(statusWith(token)).isEqualTo(200);
        fixture.platform.time().advance(Duration.ofSeconds(1));
        assertThat(statusWith(token)).isEqualTo(401);
    }

    @Test
    void unusedTokenShouldBeGoodForAsLong() {
        Answer answer = fixture.post("/token", FORM, GOOD);
        fixture.platform.time().advance(Duration.ofSeconds(431_999));
        assertThat(statusWith("Bearer " + answer.at("access_token").asText())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=password&username=operator&password=wrong",
                "grant_type=password&username=nobody&password=secret"
            })
    void badLoginShouldBeAnInvalidGrant(String form) {
        Answer answer = fixture.post("/token", FORM, form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo("{\"error\":\"invalid_grant\","
                        + "\"error_description\":\"The user name or password is incorrect.\"}");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "username=operator&password=secret",
                "grant_type=&username=operator&password=secret",
                "grant_type=client_credentials&client_id=a",
                "grant_type=Password&username=operator&password=secret"
            })
    void otherGrantsShouldNotBeSupported(String form) {
        Answer answer = fixture.post("/token", FORM, form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"error\":\"unsupported_grant_type\"}");
    }

    @Test
    void malformedRequestShouldBeInvalid() {
        for (String form : new String[] {
            "grant_type=password&username=operator",
            "grant_type=password&username=%00&password=secret",
            GOOD + "&password=secret",
            GOOD + "%"
        }) {
            Answer answer = fixture.post("/token", FORM, form);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("error").asText()).isEqualTo("invalid_request");
        }
        Answer json = fixture.post("/token", "application/json", "{}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.at("error").asText()).isEqualTo("invalid_request");
        assertThat(fixture.get("/token").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/Token", "/TOKEN", "/token/"})
    void addressShouldBeTakenInAnyCase(String path) {
        assertThat(fixture.post(path, FORM, GOOD).status()).isEqualTo(200);
        assertThat(fixture.post(path, FORM, "").text()).isEqualTo("{\"error\":\"unsupported_grant_type\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer unknown",
                "Bearer",
                "Bearer an-api-key-of-the-operator, Bearer an-api-key-of-the-operator",
                "Basic b3BlcmF0b3I6c2VjcmV0",
                "an-api-key-of-the-operator"
            })
    void requestWithoutAGoodTokenShouldBeRefused(String authorization) {
        assertThat(statusWith(authorization)).isEqualTo(401);
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void refusalShouldBeWordedAsTheVendorsFrameworkDoes() {
        Answer answer = fixture.send(fixture.request("/v1/Results/x").setHeader("Authorization", "Bearer no"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"Message\":\"Authorization has been denied for this request.\"}");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        Answer xml = fixture.send(fixture.request("/V1/RESULTS/x")
                .setHeader("Authorization", "Bearer no")
                .header("Accept", "text/xml"));
        assertThat(xml.text())
                .isEqualTo("<Error xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<Message>Authorization has been denied for this request.</Message></Error>");
    }

    @Test
    void viewerShouldSeeRunsAndStartNone() {
        fixture.post("/v1/Webhook?projectid=Sales&jobid=load-1", "text/plain", "x");
        String viewer = "Bearer " + StarfishFixture.VIEWER_KEY;
        String results = "/v1/Results/" + fixture.platform.find(1).id();
        assertThat(fixture.send(fixture.request(results).setHeader("Authorization", viewer))
                        .status())
                .isEqualTo(200);
        assertThat(statusWith(viewer)).isEqualTo(403);
        Answer webhook = fixture.send(fixture.request("/v1/Webhook?projectid=Sales&jobid=load-1")
                .setHeader("Authorization", viewer)
                .POST(BodyPublishers.ofString("x")));
        assertThat(webhook.status()).isEqualTo(403);
        assertThat(fixture.runs()).isOne();
    }
}
