package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees and does who has a role in another project only. */
class ForeignTasksTest {
    private final InformaticaFixture fixture = new InformaticaFixture();
    private String session = "";

    @BeforeEach
    void logIn() {
        fixture.platform.addUser("olaf", "secret", Grants.in(new ProjectPath("Ops"), Role.ADMIN));
        session = fixture.platform
                .credentials()
                .logIn("olaf", "secret", SessionHeader.IDLE, "")
                .token();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private InformaticaFixture.Answer get(String path) {
        return fixture.send(fixture.request(path).header("icSessionId", session).GET());
    }

    private InformaticaFixture.Answer post(String path, String body) {
        return fixture.send(fixture.request(path)
                .header("icSessionId", session)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/job", "/api/v2/job/stop"})
    void foreignTaskShouldBeAnsweredAsAMissingOne(String path) {
        fixture.start(InformaticaFixture.MAPPING, "MTT");
        InformaticaFixture.Answer foreign =
                post(path, "{'taskId':'" + InformaticaFixture.MAPPING + "','taskType':'MTT','runtime':{}}");
        InformaticaFixture.Answer missing = post(path, "{'taskId':'none','taskType':'MTT','runtime':{}}");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(missing.text());
        assertThat(fixture.get("/api/v2/activity/activityMonitor").body()).hasSize(1);
    }

    @Test
    void taskShouldBeFoundByNameAmongThoseThatAreShown() {
        fixture.addJob("ops-1", "Ops", "MappingTask1", "MTT");

        assertThat(post("/api/v2/job", "{'taskName':'MappingTask1','taskType':'MTT'}")
                        .at("taskId")
                        .asText())
                .isEqualTo("ops-1");
    }

    @Test
    void foreignRunsShouldBeInNeitherMonitorNorLog() {
        int running = fixture.start(InformaticaFixture.MAPPING, "MTT");
        assertThat(get("/api/v2/activity/activityMonitor").body()).isEmpty();
        assertThat(get("/api/v2/activity/activityMonitor?runId=" + running).body())
                .isEmpty();
        fixture.platform.complete(running);

        assertThat(fixture.get("/api/v2/activity/activityLog").body()).hasSize(1);
        assertThat(get("/api/v2/activity/activityLog").body()).isEmpty();
        assertThat(get("/api/v2/activity/activityLog?runId=" + running).body()).isEmpty();
        assertThat(get("/api/v2/activity/activityLog?taskId=" + InformaticaFixture.MAPPING)
                        .body())
                .isEmpty();
        for (String path : new String[] {"activityLog/%d", "activityLog/%d/sessionLog", "errorLog/%d"}) {
            InformaticaFixture.Answer foreign = get("/api/v2/activity/" + path.formatted(running));
            InformaticaFixture.Answer missing = get("/api/v2/activity/" + path.formatted(999));
            assertThat(foreign.status()).as(path).isEqualTo(404);
            assertThat(foreign.text()).isEqualTo(missing.text());
        }
    }
}
