package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jobplatform.domain.access.Role;
import org.jobplatform.rest.nativeapi.NativeClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobsTest {
    private static final String EVERY_FIELD = """
            {'id':'load','federatedId':'fed-load','project':'Sales/Nightly','name':'Load','type':'MTT',
             'description':'all of it','runner':'noop','noop':{'argv':['a',1,true],'deep':{'x':1.5}},
             'parameters':{'region':'eu'},'timeout':'PT1H','concurrency':{'limit':2,'whenFull':'queue'},
             'retry':{'attempts':3,'backoff':'PT5S'},'onLost':'retry','next':['after','report']}""";

    private final NativeApiFixture fixture = new NativeApiFixture();
    private final NativeClient api = fixture.api();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void jobShouldBeMadeWithEveryField() {
        Answer made = api.put("jobs/load", EVERY_FIELD);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.header("Location")).endsWith("/platform/v1/jobs/load");
        JsonNode job = api.get("jobs/load").json();
        assertThat(job.toString()).isEqualTo(NativeClient.json("""
                        {'id':'load','federatedId':'fed-load','project':'Sales/Nightly','name':'Load','type':'MTT',\
                        'description':'all of it','runner':'noop',\
                        'noop':{'argv':['a',1,true],'deep':{'x':1.5}},\
                        'parameters':{'region':'eu'},'timeout':'PT1H','concurrency':{'limit':2,'whenFull':'queue'},\
                        'retry':{'attempts':3,'backoff':'PT5S'},'onLost':'retry','next':['after','report'],'version':1,\
                        'created':{'at':'2013-02-27T18:57:51.750Z','by':'editor'},\
                        'updated':{'at':'2013-02-27T18:57:51.750Z','by':'editor'},\
                        'links':{'self':'/platform/v1/jobs/load','runs':'/platform/v1/jobs/load/runs'}}"""));
    }

    @Test
    void jobShouldGetDefaultsWhenItsDocumentIsShort() {
        JsonNode job = api.put("jobs/short", "{'name':'Short','runner':'noop'}").json();
        assertThat(job.get("project").textValue()).isEqualTo("Default");
        assertThat(job.get("type").textValue()).isEqualTo("JOB");
        assertThat(job.get("onLost").textValue()).isEqualTo("end");
        assertThat(job.has("timeout")).isFalse();
        assertThat(job.get("federatedId").textValue()).isNotEmpty();
    }

    @Test
    void jobShouldStayUnchangedWhenItsAnswerIsSentBack() {
        String answered = api.put("jobs/load", EVERY_FIELD).text();
        Answer again = api.put("jobs/load", answered);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(answered);
    }

    @Test
    void jobShouldGetNextVersionWhenChanged() {
        fixture.job("load");
        Answer changed = api.put("jobs/load", "{'name':'Reload','runner':'noop'}", "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "If-Match,\"2\",412",
                "If-Match,W/\"1\",412",
                "If-Match,\"made-up\",412",
                "If-Match,*,200",
                "If-Match,1,400",
                "If-None-Match,*,412",
                "If-None-Match,\"1\",400"
            })
    void changeShouldFollowItsCondition(String header, String value, int status) {
        fixture.job("load");
        assertThat(api.put("jobs/load", "{'name':'Reload','runner':'noop'}", header, value)
                        .status())
                .isEqualTo(status);
        assertThat(api.get("jobs/load").json().get("version").intValue()).isEqualTo(status == 200 ? 2 : 1);
    }

    @Test
    void jobShouldBeMadeOnlyWhenItsConditionAllows() {
        String document = "{'name':'New','runner':'noop'}";
        assertThat(api.put("jobs/new", document, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(api.put("jobs/new", document, "If-None-Match", "*").status()).isEqualTo(201);
    }

    @Test
    void readerShouldBeToldThatNothingHasChanged() {
        fixture.job("load");
        Answer known = api.get("jobs/load", "If-None-Match", "\"1\"");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.text()).isEmpty();
    }

    @Test
    void jobsThatFollowShouldBeShownAsTheyWereWritten() {
        assertThat(api.put("jobs/first", "{'name':'First','runner':'noop','next':['load','not.there']}")
                        .status())
                .isEqualTo(201);

        JsonNode job = api.get("jobs/first").json();
        assertThat(job.get("next").toString()).isEqualTo("[\"load\",\"not.there\"]");
        assertThat(api.put("jobs/first", job.toString()).json().get("version").intValue())
                .isEqualTo(1);
        assertThat(api.put("jobs/plain", "{'name':'Plain','runner':'noop'}")
                        .json()
                        .get("next")
                        .size())
                .isZero();
    }

    @Test
    void everyProblemOfDocumentShouldBeNamed() {
        Answer refused = api.put("jobs/bad", """
                {'id':'other','name':'a/b','runner':'no such thing','type':'9','description':7,'parameters':{'a-b':'c','d':4},
                 'timeout':'soon','concurrency':{'limit':0,'whenFull':'REJECT'},'retry':{'attempts':1,'backoff':'P1D'},
                 'onLost':'never','next':['x','a b','x'],'colour':'red'}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "runner",
                        "type",
                        "description",
                        "parameters",
                        "parameters.d",
                        "timeout",
                        "concurrency.limit",
                        "concurrency.whenFull",
                        "retry.backoff",
                        "onLost",
                        "next[1]",
                        "next[2]",
                        "colour");
        assertThat(api.get("jobs").json().get("jobs")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0.999S,400", "PT1S,201", "P365D,201", "PT8760H0.001S,400"})
    void timeoutShouldBeBounded(String timeout, int status) {
        assertThat(api.put("jobs/t", "{'name':'T','runner':'noop','timeout':'" + timeout + "'}")
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'argv':['a\\u0000b']}|noop.argv[0]",
                "{'n':9223372036854775808}|noop.n",
                "{'n':1e400}|noop.n",
                "{'list':[null]}|noop.list[0]",
                "{'a':'\\ud800'}|noop.a",
                "{'a':[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}|noop",
                "7|noop"
            })
    void settingsShouldBeRefusedWhenTheyCannotBeKept(String settings, String field) {
        Answer refused = api.put("jobs/s", "{'name':'S','runner':'noop','noop':" + settings + "}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly(field);
    }

    @Test
    void unknownRunnerShouldBeNamed() {
        Answer refused = api.put("jobs/r", "{'name':'R','runner':'teleport'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("runner");
    }

    @Test
    void secondJobShouldBeRefusedWhenItsNameIsTaken() {
        fixture.job("load");
        assertThat(api.put("jobs/other", "{'name':'load','runner':'noop'}").status())
                .isEqualTo(409);
    }

    @Test
    void malformedIdShouldBeUnknownWhenReadAndRefusedWhenWritten() {
        assertThat(api.get("jobs/a%20b").status()).isEqualTo(404);
        Answer refused = api.put("jobs/a%20b", "{'name':'AB','runner':'noop'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactly("id");
    }

    @Test
    void jobShouldBeDeletedOnlyWhenItsRunsHaveEnded() {
        fixture.job("load");
        int number = api.post("jobs/load/runs", "{}").json().get("number").intValue();
        assertThat(api.delete("jobs/load").status()).isEqualTo(409);
        fixture.platform().complete(number);
        Answer deleted = api.delete("jobs/load");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(api.get("jobs/load").status()).isEqualTo(404);
        assertThat(api.delete("jobs/load").status()).isEqualTo(404);
    }

    @Test
    void jobShouldNotBeDeletedWhenItIsAnotherThanExpected() {
        fixture.job("load");
        assertThat(api.delete("jobs/load", "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(api.get("jobs/load").status()).isEqualTo(200);
    }

    @Test
    void jobsShouldBeFilteredAndPaged() {
        for (String id : List.of("c", "a", "b")) {
            fixture.job(id);
        }
        api.put("jobs/z", "{'project':'Sales','name':'ärger','type':'MTT','runner':'noop'}");
        assertThat(ids(api.get("jobs"))).containsExactly("a", "b", "c", "z");
        assertThat(ids(api.get("jobs?project=Sales"))).containsExactly("z");
        assertThat(ids(api.get("jobs?type=mtt"))).containsExactly("z");
        assertThat(ids(api.get("jobs?text=%C3%A4RG"))).containsExactly("z");
        Answer first = api.get("jobs?limit=3");
        assertThat(ids(first)).containsExactly("a", "b", "c");
        Answer second =
                api.get("jobs?limit=3&cursor=" + first.json().get("next").textValue());
        assertThat(ids(second)).containsExactly("z");
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    void everyProblemOfQueryShouldBeNamed() {
        Answer refused = api.get("jobs?limit=0&cursor=%21&project=&type=a&type=b&colour=red");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactlyInAnyOrder("limit", "cursor", "project", "type", "colour");
    }

    @Test
    void jobsShouldBeReadOnlyForViewers() {
        fixture.job("load");
        try (NativeClient viewer = fixture.client(Role.VIEWER)) {
            assertThat(viewer.get("jobs/load").status()).isEqualTo(200);
            assertThat(viewer.put("jobs/load", "{'name':'Mine','runner':'noop'}")
                            .status())
                    .isEqualTo(403);
            assertThat(viewer.delete("jobs/load").status()).isEqualTo(403);
            assertThat(viewer.post("jobs/load/runs", "{}").status()).isEqualTo(403);
        }
    }

    private static List<String> fields(Answer refused) {
        return refused.json().get("errors").findValuesAsText("field");
    }

    private static List<String> ids(Answer list) {
        return list.json().get("jobs").findValuesAsText("id");
    }
}
