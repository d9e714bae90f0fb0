package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.informatica.InformaticaFixture.json;

import java.time.Duration;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guesses come from one address here; what many addresses do to one account is the core's to test. */
class LoginThrottleTest {
    private static final String RIGHT = "{\"username\":\"operator\",\"password\":\"secret\"}";
    private static final String WRONG = "{\"username\":\"operator\",\"password\":\"guess\"}";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void guess(int times, String path) {
        for (int guess = 0; guess < times; guess++) {
            assertThat(fixture.post(path, WRONG).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ma/api/v2/user/login", "/api/v2/user/logoutall", "/public/core/v3/login"})
    void everyLoginShouldBeRefusedAfterTooManyWrongOnes(String path) {
        guess(11, path);

        for (String login : new String[] {"/ma/api/v2/user/login", "/api/v2/user/logoutall", "/public/core/v3/login"}) {
            Answer refused = fixture.post(login, RIGHT);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        }
        fixture.platform.time().advance(Duration.ofSeconds(1));
        assertThat(fixture.post("/ma/api/v2/user/login", RIGHT).status()).isEqualTo(200);
    }

    @Test
    void refusalShouldBeTheDialectsOwnError() {
        guess(12 - 1, "/ma/api/v2/user/login");

        assertThat(fixture.post("/ma/api/v2/user/login", WRONG).body())
                .isEqualTo(json("{'@type':'error','code':'UI_10013','description':'There are too many requests.',"
                        + "'statusCode':429}"));
        assertThat(fixture.post("/public/core/v3/login", WRONG)
                        .at("error")
                        .path("code")
                        .asText())
                .isEqualTo("IDS_013");
    }

    @Test
    void sessionAndKeyShouldStayGoodWhenTheirAddressGuesses() {
        guess(11, "/ma/api/v2/user/login");
        for (int guess = 0; guess < 200; guess++) {
            fixture.send(fixture.request("/api/v2/server/serverTime").header("icSessionId", "guess-" + guess));
        }

        assertThat(timeWith("guess").status()).isEqualTo(429);
        assertThat(timeWith(fixture.session()).status()).isEqualTo(200);
    }

    private Answer timeWith(String token) {
        return fixture.send(fixture.request("/api/v2/server/serverTime").header("icSessionId", token));
    }
}
