package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunStoryTest {
    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();

    @AfterEach
    void close() {
        fixture.close();
    }

    private String started(String job) {
        api.put("jobs/job", job);
        return api.post("jobs/job/runs", "{}").json().get("id").textValue();
    }

    @Test
    void attemptsShouldShowTheOneThatIsMade() {
        String id = started("{'name':'job','runner':'noop'}");
        fixture.platform().awaitRunning(1);

        JsonNode attempts = api.get("runs/" + id + "/attempts").json().get("attempts");
        assertThat(attempts.toString())
                .isEqualTo("[{\"attempt\":1,\"state\":\"RUNNING\",\"node\":\"node-1\","
                        + "\"startedAt\":\"2013-02-27T18:57:51.750Z\"}]");
    }

    @Test
    void attemptsShouldShowTheFailureBeforeAnother() {
        String id = started("{'name':'job','runner':'noop','retry':{'attempts':2,'backoff':'PT10S'}}");
        fixture.platform().awaitRunning(1);
        fixture.platform().fail(1, new RunOutcome.Failed("no table"));
        Eventually.holds(
                "the run waits again",
                () -> api.get("runs/" + id).json().get("state").textValue().equals("QUEUED"));

        JsonNode attempt =
                api.get("runs/" + id + "/attempts").json().get("attempts").get(0);
        assertThat(attempt.get("state").textValue()).isEqualTo("FAILED");
        assertThat(attempt.get("error").textValue()).isEqualTo("no table");
        assertThat(attempt.get("endedAt").textValue()).isEqualTo("2013-02-27T18:57:51.750Z");
        JsonNode explained = api.get("runs/" + id + "/explain").json();
        assertThat(explained.get("summary").textValue()).contains("waits for its attempt 2");
        assertThat(explained.get("reasons").toString()).contains("2013-02-27T18:58:01.750Z or later", "no table");
    }

    @Test
    void storyShouldRefuseParametersThatNobodyKnows() {
        String id = started("{'name':'job','runner':'noop'}");
        assertThat(api.get("runs/" + id + "/explain?deep=true").status()).isEqualTo(400);
        assertThat(api.get("runs/" + id + "/attempts?limit=3").status()).isEqualTo(400);
    }
}
