package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InformaticaErrorsTest {
    private static final String START = "{\"taskId\":\"0100000Z000009\",\"taskType\":\"MTT\"}";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private static void assertError(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("@type").asText()).isEqualTo("error");
        assertThat(answer.at("statusCode").asInt()).isEqualTo(status);
        assertThat(answer.at("code").asText()).isEqualTo(code);
        assertThat(answer.at("description").asText()).isNotBlank();
    }

    @Test
    void codesShouldStayAsTheyWerePublished() {
        assertThat(Arrays.stream(ErrorCode.values()).map(code -> code.versionTwo() + " " + code))
                .containsExactly(
                        "UI_10000 GENERAL",
                        "UI_10001 INVALID_REQUEST",
                        "UI_10002 CALLBACK_REFUSED",
                        "UI_10003 START_REFUSED",
                        "UI_10004 ALREADY_RUNNING",
                        "UI_10005 LIMIT_REACHED",
                        "UI_10006 NOT_AUTHENTICATED",
                        "UI_10007 NOT_ALLOWED",
                        "UI_10008 NOT_RUNNING",
                        "UI_10009 NO_SUCH_TASK",
                        "UI_10010 NO_SUCH_RUN",
                        "UI_10011 NO_SESSION_LOG",
                        "UI_10012 NO_SUCH_RESOURCE",
                        "UI_10013 TOO_MANY_REQUESTS",
                        "UI_10014 UNAVAILABLE",
                        "UI_10015 INTERNAL");
    }

    @Test
    void userWhoMayOnlyLookShouldBeForbiddenToStart() {
        String token = fixture.platform
                .credentials()
                .logIn("viewer", "secret", SessionHeader.IDLE, "")
                .token();
        assertError(
                fixture.send(fixture.request("/api/v2/job")
                        .header("icSessionId", token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(START))),
                403,
                "UI_10007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v2/nothing", "/saas/api/v2/job/other", "/ma/api/v2/job", "/ma/api/v2/activity/activityLog"
            })
    void unknownAddressShouldBeNotFoundInTheFormOfItsVersion(String path) {
        assertError(fixture.get(path), 404, "UI_10012");
    }

    @Test
    void unknownAddressOfVersionThreeShouldBeNotFoundInItsForm() {
        Answer answer = fixture.get("/public/core/v3/nothing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("error").path("code").asText()).isEqualTo("IDS_012");
    }

    @Test
    void otherMethodShouldBeRefused() {
        assertError(fixture.get("/api/v2/job"), 405, "UI_10000");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void serverThatCannotServeShouldSayWhenToComeAgain(boolean outage) {
        if (outage) {
            fixture.platform.beginOutage();
        } else {
            fixture.platform.shutDown();
        }
        Answer answer = fixture.post("/api/v2/job", START);
        assertError(answer, 503, "UI_10014");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
}
