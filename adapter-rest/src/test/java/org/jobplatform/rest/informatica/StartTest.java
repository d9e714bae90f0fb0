package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.informatica.InformaticaFixture.json;

import java.io.IOException;
import java.util.Optional;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunFilter;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.rest.informatica.InformaticaFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    private final InformaticaFixture fixture = new InformaticaFixture();

    @BeforeEach
    void addJobs() {
        fixture.addJob("4711", "Sales/Nightly", "Load", "DSS");
        fixture.addJob("4712", "Sales", "Twice", "MTT");
        fixture.addJob("4713", "Stock", "Twice", "MTT");
        fixture.addJob("4714", "Default", "Native", "SHELL");
        fixture.addJob("4715", "Sales", "MappingTask1", "MTT");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Answer start(String singleQuoted) {
        return fixture.post("/api/v2/job", singleQuoted.replace('\'', '"'));
    }

    private int runs() {
        return fixture.platform
                .storage()
                .index()
                .page(RunFilter.ALL, Optional.empty(), 100)
                .size();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'taskFederatedId':'federated-4711','taskType':'DSS'                       | 4711
                    'taskFederatedId':'federated-4711','taskId':'4711','taskType':'dss'       | 4711
                    'taskName':'Load','type':'DSS'                                            | 4711
                    'taskName':'MappingTask1','taskType':'MTT'                                | 0100000Z000009
                    'taskId':'0100000Z000009','taskName':'MappingTask1','taskType':'MTT'      | 0100000Z000009
                    'taskId':4714,'taskType':'MTT'                                            | 4714
                    'taskId':'4714','taskType':'Mtt','type':'mTT'                             | 4714
                    'taskType':'MTT','taskId':'4714','runId':0,'other':{'a':[1]},'@type':'x'  | 4714
                    'taskId':'4714','taskName':'','taskFederatedId':null,'taskType':'MTT'     | 4714
                    """)
    void addressShouldFindTheTask(String fields, String expected) {
        Answer answer = start("{" + fields + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("taskId").asText()).isEqualTo(expected);
        assertThat(answer.at("runId").isIntegralNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'taskId':'4711','taskType':'DSS'",
                "'taskId':'nobody','taskType':'DSS'",
                "'taskId':'; drop table run; --','taskType':'DSS'",
                "'taskFederatedId':'nobody','taskType':'DSS'",
                "'taskName':'Twice','taskType':'MTT'",
                "'taskName':'Nobody','taskType':'MTT'",
                "'taskName':'a/b','taskType':'MTT'",
                "'taskId':'0100000Z000009','taskType':'DSS'",
                "'taskId':'4714','taskType':'WORKFLOW'"
            })
    void addressOfNoTaskShouldBeAnsweredAlikeWith404(String fields) {
        Answer answer = start("{" + fields + "}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo(json("{'@type':'error','code':'UI_10009','description':'There is no such task.',"
                        + "'statusCode':404}"));
        assertThat(runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'taskId':'0100000Z000009','taskName':'Load','taskType':'MTT'}",
                "{'taskId':'0100000Z000009','taskName':'Nobody','taskType':'MTT'}",
                "{'taskId':'0100000Z000009','taskFederatedId':'federated-4711','taskType':'DSS'}",
                "{'taskId':'0100000Z000009','taskType':'MTT','type':'DSS'}",
                "{'taskId':'0100000Z000009','taskType':'XXX'}",
                "{'taskId':'0100000Z000009','taskType':''}",
                "{'taskId':'0100000Z000009'}",
                "{'taskType':'MTT'}",
                "{'taskId':'','taskType':'MTT'}",
                "{'taskId':['0100000Z000009'],'taskType':'MTT'}",
                "{'taskId':'a\\u0000b','taskType':'MTT'}",
                "{'taskId':'0100000Z000009','taskType':'MTT','runtime':'yes'}",
                "{'taskId':'0100000Z000009','taskType':'MTT','callbackURL':7.5}",
                "{'taskId':'0100000Z000009','taskType':'MTT','taskType':'MTT'}",
                "{'taskId':'0100000Z000009','taskType':'MTT',,}",
                "{'taskId':'0100000Z000009','taskType':'MTT'} {}",
                "{'taskId':'0100000Z000009','taskType':'MTT'",
                "[]",
                "null",
                ""
            })
    void malformedRequestShouldBeAnsweredWith400AndStartNothing(String body) {
        Answer answer = start(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("@type").asText()).isEqualTo("error");
        assertThat(answer.at("code").asText()).isEqualTo("UI_10001");
        assertThat(answer.at("statusCode").asInt()).isEqualTo(400);
        assertThat(runs()).isZero();
    }

    @Test
    void nativeTypeShouldBeShownAsMappingTask() {
        assertThat(start("{'taskName':'Native','taskType':'MTT'}")
                        .at("taskType")
                        .asText())
                .isEqualTo("MTT");
    }

    @Test
    void secondStartWithoutRuntimeShouldBeRefusedWhileTheFirstIsUnfinished() {
        String request = "{'taskId':'0100000Z000009','taskType':'MTT'}";
        start(request);
        Answer second = start(request);
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.at("code").asText()).isEqualTo("UI_10004");
        assertThat(runs()).isEqualTo(1);
        fixture.platform.complete(1);
        assertThat(start(request).at("runId").asInt()).isEqualTo(2);
    }

    @Test
    void limitOfTheJobShouldBindWithRuntimeToo() {
        fixture.platform.addJob(JobExamples.limited("9", 1, Concurrency.WhenFull.REJECT));
        assertThat(fixture.start("9", "MTT")).isEqualTo(1);
        Answer second = start("{'taskId':'9','taskType':'MTT','runtime':{}}");
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.at("code").asText()).isEqualTo("UI_10005");
    }

    @Test
    void parameterFileShouldReachTheRunAsParameters() {
        start("{'taskId':'0100000Z000009','taskType':'MTT','runtime':{'parameterFileName':'a.param',"
                + "'parameterFileDir':'/data/params'}}");
        assertThat(fixture.platform.find(1).request().parameters())
                .containsEntry("parameterFileName", "a.param")
                .containsEntry("parameterFileDir", "/data/params")
                .hasSize(2);
    }

    @Test
    void callbackShouldBeEchoedAsTheCallerSpelledIt() {
        String url = "HTTPS://пример.example/Done?x=%20y";
        Answer answer = start("{'taskId':'0100000Z000009','taskType':'MTT','callbackURL':'" + url + "'}");
        assertThat(answer.at("callbackURL").asText()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://169.254.169.254/latest", "ftp://host/", "not a url"})
    void callbackThatMustNotBeCalledShouldBeRefusedWithoutRepeatingIt(String url) {
        Answer answer = start("{'taskId':'0100000Z000009','taskType':'MTT','callbackURL':'" + url + "'}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code").asText()).isEqualTo("UI_10002");
        assertThat(answer.at("description").asText()).startsWith("callbackURL: ");
        assertThat(answer.text()).doesNotContain(url);
        assertThat(runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/job", "/api/v2/job/", "/saas/api/v2/job", "/saas/api/v2/job/"})
    void everySpellingOfTheAddressShouldStart(String path) throws IOException {
        for (String version : new String[] {"HTTP/1.1\r\nHost: localhost", "HTTP/1.0"}) {
            assertThat(fixture.raw(
                            "{\"taskId\":\"4714\",\"taskType\":\"MTT\",\"runtime\":{}}",
                            "POST " + path + " " + version,
                            "Content-Type: application/json",
                            "icSessionId: " + fixture.session()))
                    .contains(" 200 ")
                    .contains("\"runId\":");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "application/json;",
                "application/x-www-form-urlencoded"
            })
    void contentTypesOfOldClientsShouldBeAccepted(String type) throws IOException {
        assertThat(fixture.raw(
                        "{\"taskId\":\"4714\",\"taskType\":\"MTT\"}",
                        "POST /api/v2/job HTTP/1.0",
                        "Content-Type: " + type,
                        "icSessionId: " + fixture.session()))
                .contains(" 200 ")
                .contains("\"runId\":1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/json; charset=utf-16",
                "Content-Type: multipart/form-data; boundary=x",
                "X-Nothing: no content type"
            })
    void otherContentTypesShouldBeRefused(String header) throws IOException {
        assertThat(fixture.raw(
                        "{\"taskId\":\"4714\",\"taskType\":\"MTT\"}",
                        "POST /api/v2/job HTTP/1.0",
                        header,
                        "icSessionId: " + fixture.session()))
                .contains(" 415 ")
                .contains("\"statusCode\":415");
        assertThat(runs()).isZero();
    }

    @Test
    void requestOfHttpOneOneWithoutHostShouldBeRefused() throws IOException {
        assertThat(fixture.raw(
                        "{\"taskId\":\"4714\",\"taskType\":\"MTT\"}",
                        "POST /api/v2/job HTTP/1.1",
                        "Content-Type: application/json",
                        "icSessionId: " + fixture.session()))
                .contains(" 400 ");
        assertThat(runs()).isZero();
    }
}
