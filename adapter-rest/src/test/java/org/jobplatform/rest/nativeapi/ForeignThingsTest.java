package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jobplatform.domain.access.Grant;
import org.jobplatform.domain.access.Grants;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees and does where nothing, or little, was granted. */
class ForeignThingsTest {
    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient sally = fixture.client(
            "sally",
            new Grants(List.of(
                    Grant.in(new ProjectPath("Sales"), Role.EDITOR), Grant.in(new ProjectPath("Ops"), Role.VIEWER))));

    @BeforeEach
    void makeJobs() {
        for (String project : List.of("Sales", "Ops", "HR")) {
            String id = project.toLowerCase(Locale.ROOT);
            String body = "{'project':'" + project + "','name':'Load','runner':'noop'}";
            assertThat(fixture.api().put("jobs/" + id, body).status()).isEqualTo(201);
            assertThat(fixture.api()
                            .put("runs/run-" + id, "{'job':'" + id + "'}")
                            .status())
                    .isEqualTo(202);
        }
    }

    @AfterEach
    void close() {
        sally.close();
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    jobs/%s",
        "DELETE, jobs/%s",
        "POST,   jobs/%s/runs",
        "GET,    runs/run-%s",
        "GET,    runs/run-%s?wait=1",
        "GET,    events?run=run-%s",
        "GET,    runs/run-%s/log?follow=true",
        "GET,    runs/run-%s/attempts",
        "GET,    runs/run-%s/explain",
        "GET,    runs/run-%s/log",
        "GET,    runs/run-%s/content",
        "GET,    runs/run-%s/callbacks",
        "POST,   runs/run-%s/callbacks/1/redeliver",
        "POST,   runs/run-%s/stop",
        "POST,   runs/run-%s/pause",
        "POST,   runs/run-%s/resume"
    })
    void foreignThingShouldBeAnsweredAsAMissingOne(String method, String path) {
        NativeClient.Answer foreign = send(method, path.formatted("hr"));
        NativeClient.Answer missing = send(method, path.formatted("xx"));

        assertThat(foreign.status()).as(foreign.text()).isEqualTo(404);
        assertThat(worded(foreign).replace("hr", "xx")).isEqualTo(worded(missing));
    }

    /** Without the mark by which the log finds the answer. */
    private static String worded(NativeClient.Answer answer) {
        return answer.text().replaceAll("#[0-9a-f]{16}", "#");
    }

    private NativeClient.Answer send(String method, String path) {
        return switch (method) {
            case "GET" -> sally.get(path);
            case "DELETE" -> sally.delete(path);
            default -> sally.post(path, path.endsWith("/stop") ? "{'mode':'now'}" : "{}");
        };
    }

    @Test
    void visibleThingShouldBeForbiddenWithoutThePermission() {
        assertThat(sally.get("jobs/ops").status()).isEqualTo(200);
        assertThat(sally.get("runs/run-ops").status()).isEqualTo(200);
        assertThat(sally.delete("jobs/ops").status()).isEqualTo(403);
        assertThat(sally.post("jobs/ops/runs", "{}").status()).isEqualTo(403);
        assertThat(sally.post("runs/run-ops/stop", "{'mode':'now'}").status()).isEqualTo(403);
        assertThat(sally.get("projects/Ops/callback-secret").status()).isEqualTo(403);
        assertThat(sally.get("projects/Sales/callback-secret").status()).isEqualTo(200);
    }

    @Test
    void foreignProjectShouldBeAnsweredAsAMissingOne() {
        NativeClient.Answer foreign = sally.get("projects/HR/callback-secret");
        NativeClient.Answer missing = sally.get("projects/XX/callback-secret");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(worded(foreign).replace("HR", "XX")).isEqualTo(worded(missing));
    }

    @Test
    void listsShouldHoldWhatIsGrantedOnly() {
        assertThat(sally.get("jobs").json().path("jobs").findValuesAsText("project"))
                .containsExactly("Ops", "Sales");
        assertThat(sally.get("jobs?project=HR").json().path("jobs")).isEmpty();
        assertThat(sally.get("runs").json().path("runs").findValuesAsText("project"))
                .containsExactlyInAnyOrder("Ops", "Sales");
        assertThat(sally.get("runs?project=HR").json().path("runs")).isEmpty();
        assertThat(sally.get("runs?job=hr").json().path("runs")).isEmpty();
        assertThat(sally.get("runs?text=run-h").json().path("runs")).isEmpty();
    }

    @Test
    void jobShouldBeMovedByEditorsOfBothProjectsOnly() {
        String into = "{'project':'%s','name':'Moved','runner':'noop'}";

        assertThat(sally.put("jobs/sales", into.formatted("HR")).status()).isEqualTo(403);
        assertThat(sally.put("jobs/sales", into.formatted("Ops")).status()).isEqualTo(403);
        assertThat(sally.put("jobs/ops", into.formatted("Sales")).status()).isEqualTo(403);
        assertThat(sally.put("jobs/new", into.formatted("HR")).status()).isEqualTo(403);
        assertThat(sally.put("jobs/sales", into.formatted("Sales/EU")).status()).isEqualTo(200);
    }

    @Test
    void idOfAForeignJobShouldBeTakenWithoutDetails() {
        String mine = "{'project':'Sales','name':'Mine','runner':'noop'}";
        NativeClient.Answer taken = sally.put("jobs/hr", mine);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text()).doesNotContain("HR", "Load");
        assertThat(sally.put("jobs/hr", mine, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(fixture.api().get("jobs/hr").json().path("name").asText()).isEqualTo("Load");
    }

    @Test
    void idOfAForeignRunShouldBeAConflictWithoutDetails() {
        NativeClient.Answer conflict = sally.put("runs/run-hr", "{'job':'sales'}");

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text()).doesNotContain("HR", "Load", "editor");
        assertThat(fixture.api().get("runs/run-hr").json().path("job").asText()).isEqualTo("hr");
    }

    @Test
    void runShouldStayWithTheProjectItWasStartedIn() {
        assertThat(fixture.api()
                        .put("jobs/sales", "{'project':'HR','name':'Moved','runner':'noop'}")
                        .status())
                .isEqualTo(200);

        assertThat(sally.get("jobs/sales").status()).isEqualTo(404);
        assertThat(sally.get("runs/run-sales").status()).isEqualTo(200);
        assertThat(sally.put("runs/later", "{'job':'sales'}").status()).isEqualTo(404);
    }
}
