package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.informatica.InformaticaFixture.json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private static final String LOGIN =
            "{\"@type\":\"login\",\"username\":\"operator\",\"password\":\"secret\",\"unknown\":1}";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private String port() {
        return Integer.toString(fixture.address().getPort());
    }

    private String logIn() {
        return fixture.post("/ma/api/v2/user/login", LOGIN).at("icSessionId").asText();
    }

    private Answer timeWith(String header, String token) {
        return fixture.send(fixture.request("/api/v2/server/serverTime").header(header, token));
    }

    @Test
    void loginOfVersionTwoShouldAnswerWithTheUserObject() {
        Answer answer = fixture.post("/ma/api/v2/user/login", LOGIN);
        assertThat(answer.status()).isEqualTo(200);
        String token = answer.at("icSessionId").asText();
        assertThat(token).isNotEmpty();
        assertThat(answer.body())
                .isEqualTo(json("{'@type':'user','id':'user-operator','orgId':'000001',"
                        + "'orgUuid':'jobPlatformOrg00000001','name':'operator','firstName':'operator','lastName':'',"
                        + "'timezone':'UTC','serverUrl':'http://127.0.0.1:" + port() + "/saas','icSessionId':'" + token
                        + "','roles':[{'@type':'role','name':'OPERATOR'}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ma/api/v2/user/login/", "/api/v2/user/login", "/saas/api/v2/user/login"})
    void everySpellingOfTheLoginShouldBeginASession(String path) {
        String token = fixture.post(path, LOGIN).at("icSessionId").asText();
        assertThat(timeWith("icSessionId", token).status()).isEqualTo(200);
    }

    @Test
    void loginOfVersionThreeShouldAnswerWithProductsAndUserInfo() {
        Answer answer = fixture.post("/saas/public/core/v3/login", LOGIN);
        String token = answer.at("userInfo").path("sessionId").asText();
        assertThat(token).isNotEmpty();
        assertThat(answer.body())
                .isEqualTo(json("{'products':[{'name':'Integration Cloud','baseApiUrl':'http://127.0.0.1:" + port()
                        + "/saas'}],'userInfo':{'sessionId':'" + token + "','id':'user-operator','name':'operator',"
                        + "'orgId':'jobPlatformOrg00000001','orgName':'Job Platform','parentOrgId':'','groups':{},"
                        + "'status':'Active'}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"icSessionId", "ICSESSIONID", "INFA-SESSION-ID", "infa-session-id"})
    void sessionOfVersionTwoShouldBeTakenInEitherHeaderInAnyCase(String header) {
        assertThat(timeWith(header, logIn()).status()).isEqualTo(200);
    }

    @Test
    void sessionOfVersionThreeShouldBeTakenByVersionTwo() {
        String token = fixture.post("/public/core/v3/login", LOGIN)
                .at("userInfo")
                .path("sessionId")
                .asText();
        assertThat(timeWith("icSessionId", token).status()).isEqualTo(200);
    }

    @Test
    void apiKeyShouldBeTakenInPlaceOfSession() {
        assertThat(timeWith("icSessionId", InformaticaFixture.KEY).status()).isEqualTo(200);
    }

    @Test
    void sessionShouldLastWhileItIsUsed() {
        String token = logIn();
        for (int use = 0; use < 3; use++) {
            fixture.platform.time().advance(Duration.ofMinutes(29));
            assertThat(timeWith("icSessionId", token).status()).isEqualTo(200);
        }
    }

    @Test
    void sessionShouldExpireAfterThirtyMinutesWithoutUse() {
        String token = logIn();
        fixture.platform.time().advance(Duration.ofMinutes(30));
        Answer answer = timeWith("icSessionId", token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo(json("{'@type':'error','code':'UI_10006','description':'The login is wrong, or the session"
                        + " id is missing, not valid or expired.','statusCode':401}"));
    }

    @Test
    void missingSessionShouldBeRefusedInTheFormOfEachVersion() {
        assertThat(fixture.send(fixture.request("/api/v2/activity/activityMonitor"))
                        .at("statusCode")
                        .asInt())
                .isEqualTo(401);
        Answer answer =
                fixture.send(fixture.request("/saas/public/core/v3/logout").POST(BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("error").path("code").asText()).isEqualTo("IDS_006");
        assertThat(answer.at("error").path("requestId").asText()).isNotEmpty();
        assertThat(answer.at("error").path("details").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ma/api/v2/user/login", "/public/core/v3/login", "/ma/api/v2/user/logoutall"})
    void wrongPasswordAndUnknownUserShouldLookAlike(String path) {
        Answer wrong = fixture.post(path, "{\"username\":\"operator\",\"password\":\"other\"}");
        Answer unknown = fixture.post(path, "{\"username\":\"no body\",\"password\":\"other\"}");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(withoutRequestId(wrong)).isEqualTo(withoutRequestId(unknown));
    }

    private static String withoutRequestId(Answer answer) {
        return answer.text().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Test
    void loginWithoutPasswordShouldBeNamedAsBadRequest() {
        Answer answer = fixture.post("/ma/api/v2/user/login", "{\"username\":\"operator\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("description").asText()).isEqualTo("password is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/user/logout",
                "/ma/api/v2/user/logout/",
                "/public/core/v3/logout",
                "/saas/public/core/v3/logout"
            })
    void logoutWithoutBodyOrContentTypeShouldEndTheSession(String path) {
        String token = logIn();
        Answer answer = fixture.send(
                fixture.request(path).header("INFA-SESSION-ID", token).POST(BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(timeWith("icSessionId", token).status()).isEqualTo(401);
    }

    @Test
    void logoutShouldNotMindABodyWithoutContentType() {
        Answer answer = fixture.send(fixture.request("/saas/api/v2/user/logout")
                .header("icSessionId", logIn())
                .POST(BodyPublishers.ofString("{\"@type\":\"logout\"}")));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void logoutShouldIgnoreWhatTheBodySays() {
        String token = logIn();
        Answer answer = fixture.send(fixture.request("/saas/api/v2/user/logout")
                .header("icSessionId", token)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"@type\":\"logout\"")));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void logoutAllShouldEndEverySessionOfTheUser() {
        String first = logIn();
        String second = logIn();
        Answer answer = fixture.post(
                "/ma/api/v2/user/logoutall",
                "{\"@type\":\"logout\",\"username\":\"operator\",\"password\":\"secret\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(timeWith("icSessionId", first).status()).isEqualTo(401);
        assertThat(timeWith("icSessionId", second).status()).isEqualTo(401);
    }

    @Test
    void serverUrlShouldNameTheHostThatWasAsked() throws IOException {
        assertThat(fixture.raw(
                        LOGIN,
                        "POST /ma/api/v2/user/login HTTP/1.1",
                        "Host: test.example",
                        "Content-Type: application/json"))
                .contains("\"serverUrl\":\"http://test.example/saas\"");
    }

    @Test
    void serverUrlShouldNameTheServerWhenNoHostWasAsked() throws IOException {
        assertThat(fixture.raw(LOGIN, "POST /ma/api/v2/user/login HTTP/1.0", "Content-Type: application/json"))
                .containsPattern("\"serverUrl\":\"http://(localhost|127.0.0.1):" + port() + "/saas\"");
    }

    @Test
    void configuredUrlShouldBeToldToEverybody() {
        try (InformaticaFixture behindProxy =
                new InformaticaFixture(Optional.of(URI.create("https://jobs.example.com/")))) {
            Answer answer = behindProxy.post("/ma/api/v2/user/login", LOGIN);
            assertThat(answer.at("serverUrl").asText()).isEqualTo("https://jobs.example.com/saas");
        }
    }

    @Test
    void serverTimeShouldBeWholeSeconds() {
        assertThat(fixture.get("/saas/api/v2/server/serverTime/").body())
                .isEqualTo(json("{'@type':'serverTime','time':'2013-02-27T18:57:51.000Z'}"));
    }
}
