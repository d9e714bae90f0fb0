package org.jobplatform.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InformaticaEndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private ServerProcess server;
    private Receiver receiver;
    private Api client;

    ServerProcess.Plan plan() {
        return new ServerProcess.Plan(folder).withExampleJobs();
    }

    @BeforeEach
    void start() {
        server = plan().start();
        receiver = Receiver.start();
        JsonNode user = Api.anonymous(server.address())
                .post(
                        "/ma/api/v2/user/login",
                        "{\"@type\":\"login\",\"username\":\"admin\",\"password\":\"" + ServerProcess.PASSWORD + "\"}")
                .expect(200);
        assertThat(user.path("serverUrl").asText()).isEqualTo(server.address() + "/saas");
        client = Api.anonymous(server.address())
                .with("icSessionId", user.path("icSessionId").asText())
                .with("Authorization", "Bearer " + user.path("icSessionId").asText());
    }

    @AfterEach
    void stop() {
        server.close();
        receiver.close();
    }

    @Test
    void runShouldMoveFromMonitorToLogAndCallBackWhenItEnds() {
        JsonNode job =
                client.post("/saas/api/v2/job", """
                        {"@type":"job","taskName":"SalesReport","taskType":"MTT","callbackURL":"%s",}""".formatted(receiver.url())).expect(200);
        int runId = job.path("runId").asInt();
        assertThat(client.get("/api/v2/activity/activityMonitor?runId=" + runId).json())
                .hasSize(1);

        JsonNode callback = Waiting.until(
                "a callback", PATIENCE, () -> receiver.bodies().stream().findFirst());

        assertThat(callback.path("@type").asText()).isEqualTo("callbackUrlResponse");
        assertThat(callback.path("runId").asInt()).isEqualTo(runId);
        assertThat(callback.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(callback.path("objectId").asText())
                .isEqualTo(job.path("taskId").asText());
        JsonNode entry =
                client.get("/api/v2/activity/activityLog?runId=" + runId).json().path(0);
        assertThat(entry.path("state").asInt()).isEqualTo(1);
        assertThat(entry.path("successTargetRows").asInt()).isEqualTo(1200);
        assertThat(client.get("/api/v2/activity/activityMonitor?runId=" + runId).json())
                .isEmpty();
    }

    @Test
    void secondStartShouldBeRefusedUnlessItBringsARuntime() {
        String body = "{\"taskName\":\"NightlyLoad\",\"taskType\":\"DRS\"%s}";
        client.post("/api/v2/job", body.formatted("")).expect(200);

        JsonNode refusal = client.post("/api/v2/job", body.formatted("")).expect(400);
        client.post("/api/v2/job", body.formatted(",\"runtime\":{\"@type\":\"mtTaskRuntime\"}"))
                .expect(200);

        assertThat(refusal.path("@type").asText()).isEqualTo("error");
        assertThat(refusal.path("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void cleanStopShouldFinishTheBatchInHandAndCallBackAsFailed() {
        JsonNode job = client.post("/api/v2/job", """
                        {"taskName":"NightlyLoad","taskType":"DRS","callbackURL":"%s"}""".formatted(receiver.url())).expect(200);
        awaitMonitor(job.path("runId").asInt(), "RUNNING");

        client.post("/api/v2/job/stop?cleanStop=1", "{\"taskName\":\"NightlyLoad\",\"taskType\":\"DRS\"}")
                .expect(200);

        JsonNode callback = Waiting.until(
                "a callback", PATIENCE, () -> receiver.bodies().stream().findFirst());
        assertThat(callback.path("status").asText()).isEqualTo("FAILED");
        JsonNode entry = client.get("/api/v2/activity/activityLog?runId=" + job.path("runId"))
                .json()
                .path(0);
        assertThat(entry.path("state").asInt()).isEqualTo(3);
        assertThat(entry.path("isStopped").asBoolean()).isTrue();
        String log = client.get("/platform/v1/runs?limit=1")
                .json()
                .path("runs")
                .path(0)
                .path("links")
                .path("log")
                .asText();
        assertThat(client.get(log).text()).contains("stopped cleanly after batch");
    }

    @Test
    void jobShouldBeStartedByIdAndByFederatedId() {
        JsonNode listed = client.get("/platform/v1/jobs?text=CheckStock")
                .json()
                .path("jobs")
                .path(0);
        String id = listed.path("id").asText();
        String federatedId = listed.path("federatedId").asText();

        JsonNode byId = client.post("/api/v2/job", "{\"taskId\":\"" + id + "\",\"taskType\":\"DSS\"}")
                .expect(200);
        Waiting.until("an ended run", PATIENCE, () -> isLogged(byId));
        JsonNode byFederatedId = client.post(
                        "/api/v2/job", "{\"taskFederatedId\":\"" + federatedId + "\",\"taskType\":\"DSS\"}")
                .expect(200);
        Waiting.until("an ended run", PATIENCE, () -> isLogged(byFederatedId));

        JsonNode entry = client.get("/api/v2/activity/activityLog?runId=" + byId.path("runId"))
                .json()
                .path(0);
        assertThat(entry.path("state").asInt()).isEqualTo(3);
        assertThat(entry.path("errorMsg").asText()).contains("there is no stock list");
        assertThat(byFederatedId.path("taskId").asText()).isEqualTo(id);
    }

    @Test
    void shortRunsShouldBeInExactlyOneOfMonitorAndLogWhileManyEnd() throws Exception {
        client.put("/platform/v1/jobs/short", "{\"name\":\"Short\",\"type\":\"MTT\",\"runner\":\"noop\"}")
                .expect(201);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int one = 0; one < 8; one++) {
                all.add(clients.submit(() -> {
                    for (int run = 0; run < 50; run++) {
                        followToTheLog();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(100, TimeUnit.SECONDS);
            }
        }
    }

    private void followToTheLog() {
        String start = "{\"taskId\":\"short\",\"taskType\":\"MTT\",\"runtime\":{}}";
        String query = "?runId=" + client.post("/api/v2/job", start).expect(200).path("runId");
        Waiting.until("a run in the log" + query, PATIENCE, () -> {
            boolean loggedFirst = isIn("activityLog", query);
            boolean monitored = isIn("activityMonitor", query);
            boolean logged = isIn("activityLog", query);
            assertThat(loggedFirst && monitored)
                    .as("in the log, then in the monitor")
                    .isFalse();
            assertThat(monitored || logged)
                    .as("in the monitor, then in the log")
                    .isTrue();
            return logged;
        });
    }

    private boolean isIn(String list, String query) {
        return client.get("/api/v2/activity/" + list + query).expect(200).size() == 1;
    }

    private boolean isLogged(JsonNode job) {
        return !client.get("/api/v2/activity/activityLog?runId=" + job.path("runId"))
                .json()
                .isEmpty();
    }

    private void awaitMonitor(int runId, String state) {
        Waiting.until(
                "run " + runId + " " + state,
                PATIENCE,
                () -> Optional.of(client.get("/api/v2/activity/activityMonitor?details=true&runId=" + runId)
                                .json()
                                .path(0)
                                .path("executionState")
                                .asText())
                        .filter(state::equals));
    }
}
