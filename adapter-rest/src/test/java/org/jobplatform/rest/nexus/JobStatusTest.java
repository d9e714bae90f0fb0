package org.jobplatform.rest.nexus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.nexus.NexusFixture.GUID;
import static org.jobplatform.rest.nexus.NexusFixture.SHOWN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.rest.nexus.NexusFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobStatusTest {
    private static final String NOT_FOUND = "Job identified by id was not found.";

    private final NexusFixture fixture = new NexusFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/icweb.dll/jobStatus?id={FAAF7FBC-0475-45ED-A148-02238E75C395}",
                "/icweb.dll/jobStatus?id=%7BFAAF7FBC-0475-45ED-A148-02238E75C395%7D",
                "/icweb.dll/jobStatus?id=%7bfaaf7fbc-0475-45ed-a148-02238e75c395%7d",
                "/icweb.dll/jobStatus?id=FAAF7FBC-0475-45ED-A148-02238E75C395",
                "/icweb.dll/jobStatus?id={faaf7fbc-0475-45ed-a148-02238e75c395}",
                "/icweb.dll/jobStatus?id=faaf7fbc-0475-45ed-a148-02238e75c395&other=1",
                "/icweb.dll/jobStatus/{FAAF7FBC-0475-45ED-A148-02238E75C395}",
                "/icweb.dll/jobStatus/%7BFAAF7FBC-0475-45ED-A148-02238E75C395%7D",
                "/icweb.dll/jobStatus/faaf7fbc-0475-45ed-a148-02238e75c395",
                "/data/icweb.dll/jobStatus?id={FAAF7FBC-0475-45ED-A148-02238E75C395}",
                "/data/icweb.dll/jobStatus/{faaf7fbc-0475-45ed-a148-02238e75c395}"
            })
    void jobShouldBeFoundInEverySpellingOfItsId(String target) {
        fixture.start(GUID, "somebody");
        Answer answer = fixture.get(target);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().path("id").asText()).isEqualTo(SHOWN);
    }

    @Test
    void jobShouldHaveTheFieldsOfTheDocument() {
        fixture.start(GUID, "viewer");
        fixture.platform.awaitRunning(1);
        JsonNode running = fixture.get("/icweb.dll/jobStatus?id=" + SHOWN).json();
        assertThat(running.toString())
                .isEqualTo("{\"id\":\"" + SHOWN + "\",\"percentComplete\":0,\"summary\":\"Unavailable\",\"status\":3,"
                        + "\"startClock\":\"2013-02-27T18:57:51.750Z\",\"endClock\":null,\"dismissed\":false,"
                        + "\"canDismiss\":false}");
        fixture.platform.time().advance(Duration.ofSeconds(2));
        fixture.platform.end(1, context -> {
            context.progress(40, Optional.of("half of it"));
            return new RunOutcome.Completed();
        });
        JsonNode ended = fixture.get("/icweb.dll/jobStatus?id=" + SHOWN).json();
        assertThat(ended.path("percentComplete").intValue()).isEqualTo(100);
        assertThat(ended.path("summary").textValue()).isEqualTo("half of it");
        assertThat(ended.path("status").intValue()).isEqualTo(4);
        assertThat(ended.path("endClock").textValue()).isEqualTo("2013-02-27T18:57:53.750Z");
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED,1",
        "STARTING,2",
        "RUNNING,3",
        "STOPPING,3",
        "COMPLETED,4",
        "COMPLETED_WITH_ERRORS,4",
        "FAILED,5",
        "STOPPED,5",
        "LOST,5",
        "PAUSED,6"
    })
    void everyStatusShouldHaveItsNumber(RunStatus status, int number) {
        assertThat(ServerJob.number(status)).isEqualTo(number);
    }

    @Test
    void idThatIsNoGuidShouldBeFoundAndShownAsItIs() {
        fixture.start("My.Run_1", "somebody");
        assertThat(fixture.get("/icweb.dll/jobStatus?id=My.Run_1")
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo("My.Run_1");
        assertThat(fixture.get("/icweb.dll/jobStatus/My.Run_1")
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo("My.Run_1");
        assertThat(fixture.get("/icweb.dll/jobStatus?id={My.Run_1}").body()).isEqualTo(NOT_FOUND);
        assertThat(fixture.get("/icweb.dll/jobStatus?id=my.run_1").body()).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{FAAF7FBC-0475-45ED-A148-02238E75C396}",
                "nobody",
                "{",
                "}",
                "{}",
                "{faaf7fbc-0475-45ed-a148-02238e75c395",
                "%7B%7B7*7%7D%7D",
                "%27%20or%201=1--",
                "$%7Bjndi:ldap://x%7D",
                "%3Cscript%3E",
                "a%20b",
                "%E9%9B%AA"
            })
    void unknownIdShouldNotBeFoundAndNotBeRepeated(String id) {
        fixture.start(GUID, "viewer");
        for (String target : new String[] {"/icweb.dll/jobStatus?id=", "/icweb.dll/jobContent?id="}) {
            Answer answer = fixture.get(target + id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
            assertThat(answer.body()).isEqualTo(NOT_FOUND);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?id=,id is empty",
        "?id,id is empty",
        "?id=a&id=b,id is given more than once",
        "?id=a&id=a,id is given more than once",
        "/a?id=a,id is given more than once"
    })
    void idShouldBeGivenOnceAndNotBeEmpty(String tail, String error) {
        for (String resource : new String[] {"jobStatus", "jobContent"}) {
            Answer answer = fixture.get("/icweb.dll/" + resource + tail);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
            assertThat(answer.body()).isEqualTo(error);
        }
    }

    @Test
    void listShouldHoldTheCallersRunsNewestFirst() {
        assertThat(fixture.get("/icweb.dll/jobStatus").body()).isEqualTo("{\"jobs\":[]}");
        fixture.start(GUID, "viewer");
        fixture.platform.time().advance(Duration.ofSeconds(1));
        fixture.start("of-another", "somebody");
        fixture.start("later", "viewer");
        JsonNode jobs = fixture.get("/data/icweb.dll/jobStatus").json().path("jobs");
        assertThat(jobs.findValuesAsText("id")).containsExactly("later", SHOWN);
        assertThat(jobs.path(0).size()).isEqualTo(8);
    }

    @Test
    void listShouldBeBounded() {
        for (int number = 1; number <= JobStatusResource.RECENT + 5; number++) {
            fixture.start("run-" + number, "viewer");
            // A project may have so many unfinished runs only.
            fixture.platform.complete(number);
        }
        assertThat(fixture.get("/icweb.dll/jobStatus").json().path("jobs")).hasSize(JobStatusResource.RECENT);
    }

    @Test
    void headShouldBeAnsweredWithoutABody() {
        fixture.start(GUID, "viewer");
        Answer answer = fixture.send("HEAD /icweb.dll/jobStatus?id=" + SHOWN + "&hash=" + fixture.hash());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST /icweb.dll/jobStatus,405",
        "DELETE /icweb.dll/jobStatus/x,405",
        "PUT /icweb.dll/jobContent/x,405",
        "GET /icweb.dll,404",
        "GET /icweb.dll/other,404",
        "GET /icweb.dll/jobstatus,404",
        "GET /ICWEB.DLL/jobStatus,404",
        "GET /icweb.dll/jobStatus/,404",
        "GET /icweb.dll/jobStatus/x/,404",
        "GET /icweb.dll/jobStatus/x/y,404",
        "GET /icweb.dll/security/login/,404",
        "GET /icweb.dll/jobStatus;x=1,400",
        "GET /icweb.dll//jobStatus,400",
        "GET /icweb.dll/jobStatus/%zz,400",
        "GET /icweb.dll/jobStatus/a%2Fb,400",
        "GET /icweb.dll/jobStatus?id=%00,400",
        "GET /icweb.dll/jobStatus?id=%ff,400",
        "FOO /icweb.dll/jobStatus,501",
        "TRACE /icweb.dll/jobStatus,405"
    })
    void whatIsNotOfferedShouldBePlainText(String request, int status) {
        Answer answer = fixture.send(request, "X-Secret: secret");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("<");
    }

    @Test
    void unacceptableTypeShouldNotBeAFailure() {
        assertThat(fixture.get("/icweb.dll/jobStatus", "Accept: image/png").status())
                .isEqualTo(406);
    }

    @Test
    void outageShouldBeAnsweredWithTheWaitToTryAgain() {
        fixture.platform.beginOutage();
        for (String target : new String[] {"jobStatus", "jobStatus?id=x", "jobContent?id=x"}) {
            Answer answer = fixture.get("/icweb.dll/" + target);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
        }
    }
}
