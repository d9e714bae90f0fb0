package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.informatica.InformaticaFixture.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.StartExample;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;
import org.jobplatform.domain.run.StopRequest;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {
    private static final String MONITOR = "/api/v2/activity/activityMonitor";
    private static final String LOG = "/api/v2/activity/activityLog";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private int start() {
        return fixture.start(InformaticaFixture.MAPPING, "MTT");
    }

    private List<Integer> runIds(String path) {
        Answer answer = fixture.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<Integer> ids = new ArrayList<>();
        answer.body().forEach(entry -> ids.add(entry.path("runId").asInt()));
        return ids;
    }

    @Test
    void monitorShouldShowAnUnfinishedRun() {
        fixture.post(
                "/api/v2/job",
                "{\"taskId\":\"0100000Z000009\",\"taskType\":\"MTT\",\"callbackURL\":\"https://MyIICSJobStatus.com\"}");
        fixture.platform.awaitRunning(1);
        assertThat(fixture.get(MONITOR + "?details=true").body())
                .isEqualTo(json("[{'@type':'activityMonitorEntry','id':'1','type':'MTT','taskId':'0100000Z000009',"
                        + "'taskName':'MappingTask1','objectName':'MappingTask1','runId':1,"
                        + "'startTime':'2013-02-27T18:57:51.000Z','startTimeUtc':'2013-02-27T18:57:51.000Z',"
                        + "'executionState':'RUNNING','successSourceRows':0,'failedSourceRows':0,"
                        + "'successTargetRows':0,'failedTargetRows':0,'startedBy':'operator',"
                        + "'runContextType':'REST_API','callbackURL':'https://MyIICSJobStatus.com','entries':[]}]"));
    }

    @Test
    void logShouldShowAnEndedRun() {
        start();
        fixture.platform.time().advance(Duration.ofSeconds(75));
        fixture.platform.end(1, context -> {
            context.rows(new RowCounters(10, 3, 2, 1, 4, 0, 0));
            return new RunOutcome.CompletedWithErrors("four rows were refused");
        });
        String entry = "{'@type':'activityLogEntry','id':'1','type':'MTT','objectId':'0100000Z000009',"
                + "'objectName':'MappingTask1','runId':1,'startTime':'2013-02-27T18:57:51.000Z',"
                + "'endTime':'2013-02-27T18:59:06.000Z','startTimeUtc':'2013-02-27T18:57:51.000Z',"
                + "'endTimeUtc':'2013-02-27T18:59:06.000Z','state':2,'isStopped':false,'failedSourceRows':4,"
                + "'successSourceRows':6,'failedTargetRows':4,'successTargetRows':6,'totalSuccessRows':6,"
                + "'totalFailedRows':4,'errorMsg':'four rows were refused','startedBy':'operator',"
                + "'runContextType':'REST_API','entries':[],'subTaskEntries':[],'logEntryItemAttrs':{},"
                + "'transformationEntries':[]}";
        assertThat(fixture.get(LOG).body()).isEqualTo(json("[" + entry + "]"));
        assertThat(fixture.get("/saas" + LOG + "/1/").body()).isEqualTo(json(entry));
    }

    @Test
    void flowShouldShowItsStepsThatHaveEnded() {
        Run flow = fixture.platform.find(start());
        step(flow, 3);
        int second = step(flow, 2);
        int first = step(flow, 1);
        stop(first);
        stop(second);
        fixture.platform.complete(flow.number().value());

        JsonNode entry = fixture.get(LOG + "/" + flow.number()).body();
        assertThat(entry.path("subTaskEntries"))
                .extracting(step -> step.path("runId").asInt())
                .containsExactly(first, second);
        assertThat(entry.at("/subTaskEntries/1/isStopped").asBoolean()).isTrue();
        assertThat(fixture.get(LOG).body())
                .anySatisfy(shown -> assertThat(shown).isEqualTo(entry))
                .anySatisfy(shown -> assertThat(shown).isEqualTo(entry.at("/subTaskEntries/0")));
    }

    private int step(Run flow, int position) {
        Job job = fixture.platform.storage().jobs().find(flow.job().id()).orElseThrow();
        StartExample start = StartExample.of(job, "step-" + position)
                .withRequest(RunExamples.request().within(Optional.empty(), Optional.of(Origin.step(flow, position))));
        return fixture.platform
                .storage()
                .runs()
                .add(start.build())
                .run()
                .number()
                .value();
    }

    private void stop(int number) {
        StopRequest wish = new StopRequest(
                StopMode.NOW, "no rows", "somebody", fixture.platform.time().instant());
        fixture.platform.storage().runs().finish(fixture.platform.find(number).stop(wish), Optional.empty());
    }

    @Test
    void everyOutcomeShouldHaveItsState() {
        List<RunOutcome> outcomes = List.of(
                new RunOutcome.Completed(),
                new RunOutcome.CompletedWithErrors("some"),
                new RunOutcome.Failed("all"),
                new RunOutcome.Stopped("stopped"));
        List<String> states = new ArrayList<>();
        for (RunOutcome outcome : outcomes) {
            int run = start();
            if (outcome instanceof RunOutcome.Stopped) {
                fixture.post("/api/v2/job/stop", "{\"taskId\":\"0100000Z000009\",\"taskType\":\"MTT\"}");
                fixture.platform.awaitEnded(run);
            } else {
                fixture.platform.end(run, context -> outcome);
            }
            JsonNode entry = fixture.get(LOG + "/" + run).body();
            states.add(
                    entry.path("state").asInt() + " " + entry.path("isStopped").asBoolean());
        }
        assertThat(states).containsExactly("1 false", "2 false", "3 false", "3 true");
    }

    @Test
    void runShouldBeInitializedBeforeItRuns() {
        start();
        assertThat(fixture.get(MONITOR).body().path(0).path("executionState").asText())
                .isEqualTo("INITIALIZED");
    }

    @Test
    void filtersShouldLeaveOutOtherRuns() {
        int ended = start();
        fixture.platform.complete(ended);
        int mapping = start();
        int workflow = fixture.start(InformaticaFixture.WORKFLOW, "WORKFLOW");
        assertThat(runIds(MONITOR)).containsExactly(workflow, mapping);
        assertThat(runIds(MONITOR + "?taskId=0100000Z000009")).containsExactly(mapping);
        assertThat(runIds(MONITOR + "?runId=" + workflow)).containsExactly(workflow);
        assertThat(runIds(MONITOR + "?taskId=0100000Z000009&runId=" + workflow)).isEmpty();
        assertThat(runIds(MONITOR + "?runId=" + ended)).isEmpty();
        assertThat(runIds(MONITOR + "?taskId=nobody")).isEmpty();
        assertThat(runIds(MONITOR + "?taskId=%27%20or%201%3D1")).isEmpty();
        assertThat(runIds(LOG + "?taskId=0100000Z000009")).containsExactly(ended);
        assertThat(runIds(LOG + "?taskId=0034J90000000M")).isEmpty();
        assertThat(runIds(LOG + "?taskId=%27%20or%201%3D1")).isEmpty();
        assertThat(runIds(LOG + "?runId=" + ended)).containsExactly(ended);
        assertThat(runIds(LOG + "?runId=" + ended + "&offset=1")).isEmpty();
        assertThat(runIds(LOG + "?runId=" + mapping)).isEmpty();
        assertThat(runIds(LOG + "?runId=4000000000&unknown=x")).isEmpty();
    }

    @Test
    void pagesOfTheLogShouldBeNewestFirstUntilTheyAreEmpty() {
        for (int run = 1; run <= 5; run++) {
            start();
            fixture.platform.complete(run);
        }
        assertThat(runIds(LOG + "?rowLimit=2")).containsExactly(5, 4);
        assertThat(runIds(LOG + "?rowLimit=2&offset=2")).containsExactly(3, 2);
        assertThat(runIds(LOG + "?rowLimit=2&offset=4")).containsExactly(1);
        assertThat(runIds(LOG + "?rowLimit=2&offset=6")).isEmpty();
        assertThat(runIds(LOG + "?rowLimit=0")).hasSize(5);
        assertThat(runIds(LOG + "?rowLimit=5000&offset=99999999999")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activityMonitor?runId=abc",
                "activityMonitor?runId=-1",
                "activityMonitor?runId=0",
                "activityMonitor?details=maybe",
                "activityLog?runId=9223372036854775808",
                "activityLog?runId=1&runId=2",
                "activityLog?rowLimit=-1",
                "activityLog?offset=x",
                "activityLog?offset=%D9%A5"
            })
    void malformedQueryShouldBeNamed(String query) {
        Answer answer = fixture.get("/api/v2/activity/" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code").asText()).isEqualTo("UI_10001");
        assertThat(query).contains(answer.at("description").asText().split(" ", 2)[0] + "=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1", "0", "01", "-1", "abc", "99999999999"})
    void idOfNoEndedRunShouldBeAnsweredAlikeWith404(String id) {
        start();
        Answer answer = fixture.get(LOG + "/" + id);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(json("{'@type':'error','code':'UI_10010','description':'There is no such entry in the"
                        + " activity log.','statusCode':404}"));
    }

    @Test
    void monitorShouldShowMoreRunsThanOnePage() {
        for (int run = 0; run < 501; run++) {
            start();
        }
        assertThat(new HashSet<>(runIds(MONITOR))).hasSize(501);
    }

    @Test
    void runMissedInTheMonitorShouldBeInTheLog() {
        int runs = 60;
        for (int run = 1; run <= runs; run++) {
            start();
        }
        Thread ender = Thread.ofVirtual().start(() -> {
            for (int run = 1; run <= runs; run++) {
                fixture.platform.complete(run);
            }
        });
        Set<Integer> monitored;
        do {
            monitored = new HashSet<>(runIds(MONITOR));
            Set<Integer> logged = new HashSet<>(runIds(LOG));
            logged.addAll(monitored);
            assertThat(logged).hasSize(runs);
        } while (ender.isAlive() || !monitored.isEmpty());
        assertThat(runIds(LOG)).hasSize(runs);
    }

    @Test
    void jobOfOtherWaysToStartShouldBeSeenToo() {
        fixture.addJob("77", "Sales", "Elsewhere", "SHELL");
        fixture.post("/api/v2/job", "{\"taskFederatedId\":\"federated-77\",\"taskType\":\"MTT\"}");
        JsonNode entry = fixture.get(MONITOR).body().path(0);
        assertThat(entry.path("taskId").asText()).isEqualTo("77");
        assertThat(entry.path("type").asText()).isEqualTo("MTT");
        fixture.platform.end(1, context -> new RunOutcome.Failed("no"));
        assertThat(fixture.get(LOG + "/1").at("objectId").asText()).isEqualTo("77");
        assertThat(Optional.of(fixture.get(LOG + "?taskId=77").body().size())).contains(1);
    }
}
