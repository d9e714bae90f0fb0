package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.jobplatform.domain.access.Role;
import org.jobplatform.rest.nativeapi.NativeClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunHoldTest {
    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();

    @AfterEach
    void close() {
        fixture.close();
    }

    private String running(String runner) {
        api.put("jobs/" + runner, "{'name':'" + runner + "','runner':'" + runner + "'}");
        String id = api.post("jobs/" + runner + "/runs", "{}").json().get("id").textValue();
        fixture.platform().awaitRunning(1);
        return id;
    }

    private Answer pause(String id) {
        return api.send("POST", "runs/" + id + "/pause", "");
    }

    private Answer resume(String id) {
        return api.send("POST", "runs/" + id + "/resume", "");
    }

    @Test
    void runShouldBePausedAndResumed() {
        String id = running("noop");
        Answer paused = pause(id);
        assertThat(paused.status()).isEqualTo(202);
        assertThat(paused.json().get("state").textValue()).isEqualTo("PAUSED");
        assertThat(api.get("runs/" + id).json().get("state").textValue()).isEqualTo("PAUSED");

        Answer resumed = resume(id);
        assertThat(resumed.status()).isEqualTo(202);
        assertThat(resumed.json().get("state").textValue()).isEqualTo("RUNNING");
    }

    @Test
    void pauseShouldBeAConflictWhenTheStateDoesNotAllowIt() {
        String id = running("noop");
        assertThat(resume(id).status()).isEqualTo(409);
        pause(id);
        assertThat(pause(id).status()).isEqualTo(409);
        fixture.platform().complete(1);
        assertThat(pause(id).status()).isEqualTo(409);
        assertThat(resume(id).json().get("detail").textValue()).contains("is completed and cannot be resumed");
    }

    @Test
    void pauseShouldBeAConflictByNameWhenTheRunnerCannot() {
        Answer refused = pause(running("stubborn"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").textValue()).contains("the runner stubborn cannot hold its work");
    }

    @Test
    void holdShouldBeForRolesThatMayStop() {
        String id = running("noop");
        try (NativeClient viewer = fixture.client(Role.VIEWER)) {
            assertThat(viewer.send("POST", "runs/" + id + "/pause", "").status())
                    .isEqualTo(403);
            assertThat(viewer.send("POST", "runs/" + id + "/resume", "").status())
                    .isEqualTo(403);
        }
    }
}
