package org.jobplatform.rest.infolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.infolink.InfolinkFixture.EXECUTE;
import static org.jobplatform.rest.infolink.InfolinkFixture.KEY;

import java.util.List;
import java.util.Locale;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.rest.infolink.InfolinkFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecuteJobTest {
    private final InfolinkFixture fixture = new InfolinkFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/executeJob.jsp", "/api/v1/executeJob"})
    void vendorsSampleShouldStartTheScenario(String path) {
        Answer answer = fixture.post(path, """
                {"apiKey":"%s","appId":"7","operation":{"opName": "RunScenario", "opParams": {"scenario": "Main", "parameters": {}}}}""".formatted(KEY));
        assertThat(answer.status()).isEqualTo(200);
        Run run = fixture.platform.find(1);
        assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"result\":{\"jobId\":\"" + run.id() + "\"}}");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(run.job().id().value()).isEqualTo("job-7-main");
    }

    @Test
    void runShouldKnowWhoAskedAndHow() {
        fixture.main(",'unknown':1");
        RunRequest request = fixture.platform.find(1).request();
        assertThat(request.dialect()).isEqualTo(Dialect.INFOLINK);
        assertThat(request.requester()).isEqualTo("operator");
        assertThat(request.source()).isEqualTo("127.0.0.1");
        assertThat(request.callback()).isEmpty();
    }

    @Test
    void parametersOfScenarioShouldBeThoseOfTheRun() {
        assertThat(fixture.execute("""
                        'appId':'7','operation':{'opName':'RunScenario','opParams':{'scenario':'Main','parameters':
                        {'text':'a b','whole':12345678901234567890,'part':12345678.50,'truth':true,'nothing':null}}}""").json().path("status").asText()).isEqualTo("success");
        assertThat(fixture.platform.find(1).request().parameters())
                .containsEntry("text", "a b")
                .containsEntry("whole", "12345678901234567890")
                .containsEntry("part", "12345678.5")
                .containsEntry("truth", "true")
                .doesNotContainKeys("nothing", "scenario");
    }

    @Test
    void otherOperationShouldBeTheJobOfThatName() {
        fixture.addJob("job-7-load", "7", "LoadAll");
        fixture.execute("'appId':'7','operation':{'opName':'LoadAll','opParams':{'scenario':'Main','parameters':'x'}}");
        Run run = fixture.platform.find(1);
        assertThat(run.job().id().value()).isEqualTo("job-7-load");
        assertThat(run.request().parameters()).containsEntry("scenario", "Main").containsEntry("parameters", "x");
    }

    @Test
    void operationShouldNeedNoParameters() {
        assertThat(fixture.execute("'appId':'7','operation':{'opName':'Main'}")
                        .result()
                        .path("jobId")
                        .asText())
                .isNotEmpty();
        assertThat(fixture.execute("'appId':'7','operation':{'opName':'RunScenario','opParams':{'scenario':'Main'}}")
                        .result()
                        .path("jobId")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void appShouldBeAFolderAndMayBeANumber() {
        fixture.addJob("job-sales", "Sales/Nightly", "Main");
        fixture.execute("'appId':'Sales/Nightly','operation':{'opName':'Main'}");
        assertThat(fixture.platform.find(1).job().id().value()).isEqualTo("job-sales");
        fixture.execute("'appId':7,'operation':{'opName':'Main'}");
        assertThat(fixture.platform.find(2).job().id().value()).isEqualTo("job-7-main");
    }

    @Test
    void jobIdShouldBeEchoedInTheCallersSpelling() {
        String guid = "FAAF7FBC-0475-45ED-A148-02238E75C395";
        assertThat(fixture.main(",'jobId':'" + guid + "'")
                        .result()
                        .path("jobId")
                        .asText())
                .isEqualTo(guid);
        assertThat(fixture.platform.find(1).id().value()).isEqualTo(guid.toLowerCase(Locale.ROOT));
        assertThat(fixture.main(",'jobId':'My.Job_1'").text()).contains("\"jobId\":\"My.Job_1\"");
        assertThat(fixture.main(",'jobId':4711").text()).contains("\"jobId\":\"4711\"");
    }

    @Test
    void emptyJobIdShouldCountAsNone() {
        String first = fixture.main(",'jobId':''").result().path("jobId").asText();
        String second = fixture.main(",'jobId':null").result().path("jobId").asText();
        assertThat(List.of(first, second)).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void sameRequestWithTheSameJobIdShouldBeTheSameRun() {
        String first = fixture.main(",'jobId':'mine'").text();
        assertThat(fixture.main(",'jobId':'mine','isAsync':true,'noResultSchema':true")
                        .text())
                .isEqualTo(first);
        Answer byHeader = fixture.post(
                EXECUTE, "{'operation':{'opName':'Main'},'appId':7,'jobId':'mine'}", "Authorization", "Bearer " + KEY);
        assertThat(byHeader.text()).isEqualTo(first);
        assertThat(fixture.runs()).isEqualTo(1);
    }

    @Test
    void otherRequestWithTheSameJobIdShouldBeRefused() {
        fixture.main(",'jobId':'mine'");
        Answer other = fixture.execute(
                "'appId':'7','jobId':'mine','operation':{'opName':'Main','opParams':{'changed':'yes'}}");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.error()).isEqualTo("jobId was used for another request.");
        assertThat(fixture.runs()).isEqualTo(1);
    }
}
