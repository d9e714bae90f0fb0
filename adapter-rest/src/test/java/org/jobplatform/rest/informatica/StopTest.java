package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.informatica.InformaticaFixture.json;

import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopTest {
    private static final String MAPPING = "{\"taskId\":\"0100000Z000009\",\"taskType\":\"mtt\"}";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private String endOf(int run) {
        fixture.platform.awaitEnded(run);
        return fixture.get("/api/v2/activity/activityLog/" + run).at("errorMsg").asText();
    }

    @Test
    void stopShouldReachEveryUnfinishedRunOfTheTaskAndNoOther() {
        int first = fixture.start(InformaticaFixture.MAPPING, "MTT");
        int second = fixture.start(InformaticaFixture.MAPPING, "MTT");
        int other = fixture.start(InformaticaFixture.WORKFLOW, "WORKFLOW");
        Answer answer = fixture.post("/saas/api/v2/job/stop/", MAPPING);
        assertThat(answer.body())
                .isEqualTo(json("{'@type':'success','statusCode':200,'description':'The task is being stopped.'}"));
        assertThat(endOf(first)).isEqualTo("stopped NOW");
        assertThat(endOf(second)).isEqualTo("stopped NOW");
        assertThat(fixture.platform.find(other).isEnded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cleanStop=1,CLEAN",
        "cleanStop=true,CLEAN",
        "cleanStop=TRUE,CLEAN",
        "cleanStop=1&cleanStop=true,CLEAN",
        "cleanStop=0,NOW",
        "cleanStop=false,NOW",
        "other=1,NOW"
    })
    void queryShouldDecideHowToStop(String query, String mode) {
        int run = fixture.start(InformaticaFixture.MAPPING, "MTT");
        assertThat(fixture.post("/api/v2/job/stop?" + query, MAPPING).status()).isEqualTo(200);
        assertThat(endOf(run)).isEqualTo("stopped " + mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleanStop=yes", "cleanStop=", "cleanStop=2", "cleanStop=1&cleanStop=0"})
    void unclearQueryShouldStopNothing(String query) {
        int run = fixture.start(InformaticaFixture.MAPPING, "MTT");
        Answer answer = fixture.post("/api/v2/job/stop?" + query, MAPPING);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("description").asText()).startsWith("cleanStop ");
        assertThat(fixture.platform.find(run).status()).isNotEqualTo(RunStatus.STOPPING);
        assertThat(fixture.platform.find(run).isEnded()).isFalse();
    }

    @Test
    void stopOfIdleTaskShouldBeForbidden() {
        Answer answer = fixture.post("/api/v2/job/stop", MAPPING);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo(
                        json(
                                "{'@type':'error','code':'UI_10008','description':'The task is not running.','statusCode':403}"));
    }

    @Test
    void stopOfUnknownTaskShouldBeNotFound() {
        Answer answer = fixture.post("/api/v2/job/stop", "{\"taskId\":\"nobody\",\"taskType\":\"MTT\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("code").asText()).isEqualTo("UI_10009");
    }
}
