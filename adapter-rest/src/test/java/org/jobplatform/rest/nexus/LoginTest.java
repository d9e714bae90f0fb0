package org.jobplatform.rest.nexus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.nexus.NexusFixture.KEY;
import static org.jobplatform.rest.nexus.NexusFixture.base64;
import static org.jobplatform.rest.nexus.NexusFixture.basic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jobplatform.rest.nexus.NexusFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private final NexusFixture fixture = new NexusFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private int statusOfList(String query, String... fields) {
        return fixture.send("GET /icweb.dll/jobStatus" + query, fields).status();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /icweb.dll/security/login,BASIC,viewer:pass:word",
        "POST /icweb.dll/security/login,BASIC,viewer:pass:word",
        "GET /data/icweb.dll/security/login,Basic,viewer:pass:word",
        "POST /data/icweb.dll/security/login,APIKEY," + KEY,
        "GET /icweb.dll/security/login,ApiKey," + KEY,
        "GET /icweb.dll/security/login,TOKEN," + KEY
    })
    void loginShouldBeginASession(String request, String scheme, String text) {
        Answer answer = fixture.send(request, base64(scheme, text));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode session = answer.json();
        String hash = session.path("hash").asText();
        assertThat(answer.body())
                .isEqualTo("{\"hash\":\"" + hash + "\",\"id\":\"user-viewer\",\"username\":\"viewer\","
                        + "\"license\":\"write\",\"allowPasswordChange\":false}");
        assertThat(hash).isNotEqualTo(KEY);
        assertThat(statusOfList("?hash=" + hash)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: 1",
                "Authorization: BASIC",
                "Authorization: BASIC !!!",
                "Authorization: BASIC dmlld2Vy",
                "Authorization: BASIC OnBhc3M6d29yZA==",
                "Authorization: BASIC dmlld2VyOndyb25n",
                "Authorization: BASIC dmlld2VyOv/+",
                "Authorization: APIKEY d3Jvbmc=",
                "Authorization: TOKEN d3Jvbmc=",
                "Authorization: Bearer " + KEY,
                "Authorization: APIKEY " + KEY
            })
    void badLoginShouldBeRefused(String field) {
        Answer answer = fixture.send("GET /icweb.dll/security/login", field);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).isEqualTo("The credentials or the hash are missing, wrong or expired.");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("APIKEY");
        assertThat(statusOfList("", field)).isEqualTo(401);
    }

    @Test
    void sessionShouldNotBeginAnother() {
        assertThat(fixture.send("GET /icweb.dll/security/login", base64("TOKEN", fixture.hash()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void hashShouldExpireAnHourAfterItsLastUse() {
        fixture.platform.time().advance(Duration.ofMinutes(59));
        assertThat(statusOfList("?hash=" + fixture.hash())).isEqualTo(200);
        fixture.platform.time().advance(Duration.ofMinutes(59));
        assertThat(statusOfList("?hash=" + fixture.hash())).isEqualTo(200);
        fixture.platform.time().advance(Duration.ofMinutes(60));
        assertThat(statusOfList("?hash=" + fixture.hash())).isEqualTo(401);
    }

    @Test
    void requestShouldBeTakenWithItsOwnAuthorization() {
        assertThat(statusOfList("", basic("viewer:pass:word"))).isEqualTo(200);
        assertThat(statusOfList("", base64("APIKEY", KEY))).isEqualTo(200);
        assertThat(statusOfList("", base64("TOKEN", KEY))).isEqualTo(200);
        assertThat(statusOfList("", base64("token", fixture.hash()))).isEqualTo(200);
        assertThat(statusOfList("", basic("viewer:wrong"))).isEqualTo(401);
    }

    @Test
    void hashShouldLeadWhereBothAreGivenAndBeOne() {
        assertThat(statusOfList("?hash=wrong", basic("viewer:pass:word"))).isEqualTo(401);
        assertThat(statusOfList("?hash=", basic("viewer:pass:word"))).isEqualTo(401);
        assertThat(statusOfList("?hash=" + fixture.hash() + "&hash=" + fixture.hash(), basic("viewer:pass:word")))
                .isEqualTo(401);
    }

    @Test
    void nothingShouldBeSeenWithoutACredential() {
        fixture.start("mine", "viewer");
        for (String target : new String[] {"jobStatus", "jobStatus?id=mine", "jobStatus/mine", "jobContent?id=mine"}) {
            assertThat(fixture.send("GET /icweb.dll/" + target).status()).isEqualTo(401);
            assertThat(fixture.send("GET /data/icweb.dll/" + target).status()).isEqualTo(401);
        }
    }
}
