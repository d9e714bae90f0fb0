package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.RestFixture;
import org.jobplatform.rest.nativeapi.NativeClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartsTest {
    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();

    @BeforeEach
    void addJob() {
        fixture.job("load");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void startShouldBeAcceptedWithItsRun() {
        Answer accepted = api.post("jobs/load/runs", "{}");
        assertThat(accepted.status()).isEqualTo(202);
        JsonNode run = accepted.json();
        assertThat(accepted.header("Location"))
                .endsWith("/platform/v1/runs/" + run.get("id").textValue());
        assertThat(accepted.text())
                .isEqualTo(NativeClient.json("""
                        {'id':'%s','number':1,'job':'load','project':'Default','name':'load','type':'JOB',\
                        'state':'STARTING','percent':0,\
                        'rows':{'total':0,'inserts':0,'updates':0,'deletes':0,'errors':0,'skips':0,'ignores':0},\
                        'attempt':1,'dialect':'native','requester':'editor','node':'node-1',\
                        'createdAt':'2013-02-27T18:57:51.750Z','startedAt':'2013-02-27T18:57:51.750Z',\
                        'links':{'self':'/platform/v1/runs/%s','log':'/platform/v1/runs/%s/log',\
                        'job':'/platform/v1/jobs/load'}}""".replace("%s", run.get("id").textValue())));
    }

    @Test
    void startShouldCarryEverythingItSays() {
        api.post("jobs/load/runs", """
                {'parameters':{'region':'eu'},'argument':'-x','rows':{'begin':1},'threads':32,
                 'loggingLevel':3,'priority':-100,'callback':{'url':'https://example.com/hook?a=b'}}""");
        Run run = fixture.platform().find(1);
        assertThat(run.request().parameters()).containsEntry("region", "eu");
        assertThat(run.request().argument()).contains("-x");
        assertThat(run.request().rows()).isEqualTo(RowRange.ALL);
        assertThat(run.request().threads()).isEqualTo(32);
        assertThat(run.request().loggingLevel().number()).isEqualTo(3);
        assertThat(run.request().priority()).isEqualTo(-100);
        assertThat(run.request().source()).isEqualTo("127.0.0.1");
        assertThat(api.get("runs/" + run.id()).json().at("/callback/url").textValue())
                .isEqualTo("https://example.com/hook?a=b");
    }

    @Test
    void everyProblemOfStartShouldBeNamed() {
        Answer refused = api.post("jobs/load/runs", """
                {'parameters':{'a b':'c'},'argument':7,'rows':{'begin':5,'end':4,'middle':1},'threads':33,
                 'loggingLevel':4,'priority':1.5,'callback':{},'colour':'red'}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "parameters",
                        "argument",
                        "rows.end",
                        "rows.middle",
                        "threads",
                        "loggingLevel",
                        "priority",
                        "callback.url",
                        "colour");
        assertThat(api.get("runs").json().get("runs")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'callback':{'url':'http://127.0.0.1/'}}|400|callback.url",
                "{'rows':{'begin':2}}|422|rows",
            })
    void startShouldBeRefusedByPolicy(String body, int status, String field) {
        Answer refused = api.post("jobs/load/runs", body);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(fields(refused)).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{'threads':1}{}", "{'threads':1,}", "{'threads':1,'threads':2}", "{"})
    void startShouldBeRefusedWhenItsBodyIsNoObject(String body) {
        assertThat(api.post("jobs/load/runs", body).status()).isEqualTo(400);
    }

    @Test
    void startShouldBeRefusedWhenItsBodyIsNotJson() {
        assertThat(api.send("POST", "jobs/load/runs", "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(api.send("POST", "jobs/load/runs", "{}").status()).isEqualTo(415);
    }

    @Test
    void argumentShouldBeRefusedWhenTheCoreCountsItTooLong() {
        String emoji = "😀".repeat(32_769);
        assertThat(fields(api.post("jobs/load/runs", "{'argument':'" + emoji + "'}")))
                .containsExactly("argument");
    }

    @Test
    void startOfUnknownJobShouldNotBeFound() {
        assertThat(api.post("jobs/nothing/runs", "{}").status()).isEqualTo(404);
        assertThat(api.put("runs/mine", "{'job':'nothing'}").status()).isEqualTo(404);
    }

    @Test
    void keyShouldMakeRepeatAnswerTheSameRun() {
        JsonNode first =
                api.post("jobs/load/runs", "{}", "Idempotency-Key", "k1").json();
        Answer again = api.post("jobs/load/runs", "{'threads':1}", "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("id")).isEqualTo(first.get("id"));
        assertThat(api.post("jobs/load/runs", "{'threads':2}", "Idempotency-Key", "k1")
                        .status())
                .isEqualTo(409);
        assertThat(api.get("runs").json().get("runs")).hasSize(1);
    }

    @Test
    void keyShouldBeRefusedWhenTooLong() {
        assertThat(api.post("jobs/load/runs", "{}", "Idempotency-Key", "k".repeat(64))
                        .status())
                .isEqualTo(202);
        assertThat(fields(api.post("jobs/load/runs", "{}", "Idempotency-Key", "k".repeat(65))))
                .containsExactly("Idempotency-Key");
    }

    @Test
    void ownIdShouldMakeRepeatAnswerTheRunAsItIs() {
        String id = "0E984725-C51C-4BF4-9960-E1C80E27ABA0";
        Answer first = api.put("runs/" + id, "{'job':'load'}");
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().get("id").textValue()).isEqualTo("0e984725-c51c-4bf4-9960-e1c80e27aba0");
        fixture.platform().complete(1);
        Answer again = api.put("runs/" + id, "{'job':'load','threads':1}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("state").textValue()).isEqualTo("COMPLETED");
        assertThat(api.put("runs/" + id, "{'job':'load','threads':2}").status()).isEqualTo(409);
    }

    @Test
    void ownIdShouldBeRefusedWhenMalformed() {
        Answer refused = api.put("runs/a%20b", "{'job':'load'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("id");
        assertThat(fields(api.put("runs/mine", "{}"))).containsExactly("job");
    }

    @Test
    void limitShouldRefuseStart() {
        api.put("jobs/one", "{'name':'One','runner':'noop','concurrency':{'limit':1}}");
        assertThat(api.post("jobs/one/runs", "{}").status()).isEqualTo(202);
        assertThat(api.post("jobs/one/runs", "{}").status()).isEqualTo(422);
    }

    @Test
    void startShouldAnswerEndedRunWhenAskedToWait() {
        CompletableFuture<Answer> waiting =
                CompletableFuture.supplyAsync(() -> api.post("jobs/load/runs", "{}", "Prefer", "wait=10"));
        Eventually.holds(
                "the run is there", () -> !api.get("runs").json().get("runs").isEmpty());
        assertThat(waiting).isNotDone();
        fixture.platform().end(1, context -> new RunOutcome.Failed("disk full"));
        Answer ended = waiting.join();
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(ended.json().get("state").textValue()).isEqualTo("FAILED");
        assertThat(ended.json().get("error").textValue()).isEqualTo("disk full");
        assertThat(ended.json().has("node")).isFalse();
    }

    @Test
    void startShouldAnswerUnfinishedRunWhenTheTimeIsOver() {
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(
                () -> api.post("jobs/load/runs", "{}", "Prefer", "respond-async, wait=9000"));
        Eventually.holds(
                "the run is there", () -> !api.get("runs").json().get("runs").isEmpty());
        assertThat(waiting).isNotDone();
        fixture.platform().time().advance(NativeApiFixture.LONGEST_WAIT);
        Answer late = waiting.join();
        assertThat(late.status()).isEqualTo(202);
        assertThat(late.header("Preference-Applied")).isEmpty();
    }

    private static List<String> fields(Answer refused) {
        return refused.json().get("errors").findValuesAsText("field");
    }

    @Test
    void startShouldMakeNoRunWhenTooManyWaitForRuns() {
        fixture.platform().fillWaits();

        Answer refused = api.post("jobs/load/runs", "{}", "Prefer", "wait=10");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(api.get("runs").json().get("runs")).isEmpty();
        assertThat(api.post("jobs/load/runs", "{}").status()).isEqualTo(202);
    }

    @Test
    void startShouldBeRefusedWhenItsProjectHasTooManyUnfinishedRuns() {
        for (int run = 0; run < RestFixture.MOST_UNFINISHED; run++) {
            assertThat(api.post("jobs/load/runs", "{}").status()).isEqualTo(202);
        }

        Answer refused = api.post("jobs/load/runs", "{}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
    }
}
