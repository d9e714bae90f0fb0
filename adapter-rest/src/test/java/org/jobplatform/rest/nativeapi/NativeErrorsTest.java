package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jobplatform.rest.nativeapi.NativeClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeErrorsTest {
    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();

    @AfterEach
    void close() {
        fixture.close();
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").textValue()).isEqualTo("about:blank");
        assertThat(problem.get("title").textValue()).isNotEmpty();
        assertThat(problem.get("detail").textValue()).isNotEmpty();
        assertThat(problem.get("instance").textValue()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/platform/v1,404",
        "POST,runs/x/pause,404",
        "GET,runs/x/callbacks,404",
        "PATCH,jobs/x,405",
        "DELETE,runs/x,405",
        "POST,jobs,405"
    })
    void whatIsNotOfferedShouldBeAProblem(String method, String path, int status) {
        assertProblem(api.send(method, path, ""), status);
    }

    @Test
    void unacceptableTypeShouldBeAProblem() {
        assertProblem(api.get("jobs", "Accept", "image/png"), 406);
    }

    @Test
    void outageShouldBeAnsweredWithTheWaitToTryAgain() {
        fixture.job("load");
        fixture.platform().beginOutage();
        for (Answer answer : new Answer[] {
            api.get("jobs"), api.get("runs/x"), api.post("jobs/load/runs", "{}"), api.delete("jobs/load")
        }) {
            assertProblem(answer, 503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void startShouldBeRefusedWhenTheServerShutsDown() {
        fixture.job("load");
        fixture.platform().shutDown();
        Answer refused = api.post("jobs/load/runs", "{}");
        assertProblem(refused, 503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(api.get("runs").json().get("runs")).isEmpty();
    }

    @Test
    void healthShouldNeedNoCredential() {
        try (NativeClient stranger = fixture.stranger()) {
            assertThat(stranger.get("/health/live").text()).isEqualTo("{\"status\":\"up\"}");
            assertThat(stranger.get("/health/ready").text()).isEqualTo("{\"status\":\"up\"}");
        }
    }

    @Test
    void readinessShouldBeAnsweredWhenTheServerIsNotReady() {
        fixture.notReady();
        Answer answer = api.get("/health/ready");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).isEqualTo("{\"status\":\"down\"}");
        assertThat(api.get("/health/live").status()).isEqualTo(200);
    }
}
