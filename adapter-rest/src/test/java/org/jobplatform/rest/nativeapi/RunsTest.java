package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.nativeapi.NativeClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {
    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();

    @BeforeEach
    void addJobs() {
        fixture.job("load");
        api.put("jobs/sale", "{'name':'Sale','project':'Sales','runner':'noop'}");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Starts a run a second after the one before. */
    private String start(String job) {
        fixture.platform().time().advance(Duration.ofSeconds(1));
        return api.post("jobs/" + job + "/runs", "{}").json().get("id").textValue();
    }

    @Test
    void runShouldShowHowItEnded() {
        String id = start("load");
        fixture.platform().end(1, context -> {
            context.progress(40, Optional.of("loading"));
            context.rows(new RowCounters(9, 1, 2, 3, 1, 1, 1));
            return new RunOutcome.CompletedWithErrors("one row");
        });
        JsonNode run = api.get("runs/" + id).json();
        assertThat(run.get("state").textValue()).isEqualTo("COMPLETED_WITH_ERRORS");
        assertThat(run.get("percent").intValue()).isEqualTo(100);
        assertThat(run.get("summary").textValue()).isEqualTo("loading");
        assertThat(run.get("rows").toString())
                .isEqualTo(
                        "{\"total\":9,\"inserts\":1,\"updates\":2,\"deletes\":3,\"errors\":1,\"skips\":1,\"ignores\":1}");
        assertThat(run.get("error").textValue()).isEqualTo("one row");
        assertThat(run.get("endedAt").textValue()).isEqualTo("2013-02-27T18:57:52.750Z");
    }

    @Test
    void chainShouldBeRunWhenTheStartAsksForIt() {
        api.put("jobs/first", "{'name':'First','runner':'noop','next':['load']}");
        String id =
                api.post("jobs/first/runs", "{'chain':true}").json().get("id").textValue();
        fixture.platform().complete(1);

        fixture.platform().continueChains();
        JsonNode second = api.get("runs?job=load").json().get("runs").get(0);

        assertThat(second.get("parent").textValue()).isEqualTo(id);
        assertThat(api.get("runs/" + id).json().has("parent")).isFalse();
        assertThat(api.post("jobs/first/runs", "{'chain':'yes'}").status()).isEqualTo(400);
    }

    @Test
    void unknownRunShouldNotBeFound() {
        for (String id : List.of("unknown", "a%20b")) {
            for (String path : List.of("", "?wait=1", "/log", "/content", "/attempts", "/explain")) {
                assertThat(api.get("runs/" + id + path).status()).as(id + path).isEqualTo(404);
            }
            assertThat(api.post("runs/" + id + "/stop", "{'mode':'now'}").status())
                    .isEqualTo(404);
            for (String path : List.of("/pause", "/resume")) {
                assertThat(api.send("POST", "runs/" + id + path, "").status()).isEqualTo(404);
            }
        }
    }

    @Test
    void readerShouldBeAnsweredWhenTheRunEndsWhileItWaits() {
        String id = start("load");
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> api.get("runs/" + id + "?wait=10"));
        fixture.platform().awaitRunning(1);
        fixture.platform().complete(1);
        assertThat(waiting.join().json().get("state").textValue()).isEqualTo("COMPLETED");
    }

    @Test
    void readerShouldBeAnsweredAtOnceWhenItWaitsForNoTime() {
        String id = start("load");
        assertThat(api.get("runs/" + id + "?wait=0").json().has("endedAt")).isFalse();
        assertThat(api.get("runs/" + id + "?wait=-1").status()).isEqualTo(400);
    }

    @Test
    void runsShouldBeListedNewestFirstByPages() {
        String first = start("load");
        String second = start("load");
        String third = start("sale");
        Answer page = api.get("runs?limit=2");
        assertThat(ids(page)).containsExactly(third, second);
        Answer rest = api.get("runs?limit=2&cursor=" + page.json().get("next").textValue());
        assertThat(ids(rest)).containsExactly(first);
        assertThat(rest.json().has("next")).isFalse();
    }

    @Test
    void runsShouldBeFiltered() {
        String first = start("load");
        String second = start("sale");
        fixture.platform().complete(1);
        fixture.platform().awaitRunning(2);
        assertThat(ids(api.get("runs?state=RUNNING,QUEUED"))).containsExactly(second);
        assertThat(ids(api.get("runs?state=COMPLETED"))).containsExactly(first);
        assertThat(ids(api.get("runs?job=load"))).containsExactly(first);
        assertThat(ids(api.get("runs?project=Sales"))).containsExactly(second);
        assertThat(ids(api.get("runs?dialect=native"))).containsExactly(second, first);
        assertThat(ids(api.get("runs?dialect=nexus"))).isEmpty();
        assertThat(ids(api.get("runs?from=2013-02-27T18:57:53.750Z"))).containsExactly(second);
        assertThat(ids(api.get("runs?to=2013-02-27T18:57:53.750Z"))).containsExactly(first);
        assertThat(ids(api.get("runs?text=SAL"))).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=running",
                "state=RUNNING,",
                "job=a/b",
                "project=/",
                "dialect=NATIVE",
                "from=yesterday",
                "to=2013-02-27",
                "limit=1001",
                "limit=1e3",
                "cursor=AAAA",
                "cursor=MjAyNgox",
                "sort=asc"
            })
    void filterShouldBeRefusedByName(String parameter) {
        Answer refused = api.get("runs?" + parameter);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("field"))
                .containsExactly(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void runShouldStopWhenAsked() {
        String id = start("load");
        fixture.platform().awaitRunning(1);
        Answer stopping = api.post("runs/" + id + "/stop", "{'mode':'clean','reason':'enough'}");
        assertThat(stopping.status()).isEqualTo(202);
        assertThat(stopping.json().get("id").textValue()).isEqualTo(id);
        Eventually.holds(
                "the run has stopped",
                () -> api.get("runs/" + id).json().get("state").textValue().equals("STOPPED"));
        assertThat(api.post("runs/" + id + "/stop", "{'mode':'kill'}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'mode':'CLEAN'}", "{'mode':'softly'}", "{'mode':true}"})
    void stopShouldBeRefusedWithoutAMode(String body) {
        Answer refused = api.post("runs/" + start("load") + "/stop", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("field")).containsExactly("mode");
    }

    @Test
    void runsShouldBeForRolesThatMay() {
        String id = start("load");
        try (NativeClient viewer = fixture.client(Role.VIEWER);
                NativeClient stranger = fixture.stranger()) {
            assertThat(viewer.get("runs/" + id).status()).isEqualTo(200);
            assertThat(viewer.put("runs/mine", "{'job':'load'}").status()).isEqualTo(403);
            assertThat(viewer.post("runs/" + id + "/stop", "{'mode':'now'}").status())
                    .isEqualTo(403);
            assertThat(stranger.get("runs/" + id).status()).isEqualTo(401);
            assertThat(stranger.get("runs/" + id).header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    private static List<String> ids(Answer list) {
        return list.json().get("runs").findValuesAsText("id");
    }
}
