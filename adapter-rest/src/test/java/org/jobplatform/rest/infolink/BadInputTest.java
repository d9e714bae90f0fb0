package org.jobplatform.rest.infolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.infolink.InfolinkFixture.EXECUTE;
import static org.jobplatform.rest.infolink.InfolinkFixture.KEY;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jobplatform.rest.infolink.InfolinkFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
    private static final String START = "'appId':'7','operation':{'opName':'Main'}";

    private final InfolinkFixture fixture = new InfolinkFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    static Stream<String> brokenBodies() {
        String key = "{'apiKey':'" + KEY + "'";
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "'x'",
                "7",
                key + "," + START,
                key + "," + START + "} {}",
                key + "," + START + ",'appId':'7'}",
                key + "," + START + ",}",
                key + ",/*c*/" + START + "}",
                key + "," + START + ",'jobId':NaN}",
                key + "," + START + ",'jobId':1" + "0".repeat(10_000) + "}",
                key + "," + START + ",'x':" + "[".repeat(1_001),
                key + "," + START + ",'x':" + "[".repeat(100_000),
                key + "," + START + ",'" + "n".repeat(300) + "':1}");
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void bodyThatIsNoJsonObjectShouldBeAnError(String body) {
        Answer answer = fixture.post(EXECUTE, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.error()).isNotEmpty().doesNotContain(KEY);
        assertThat(fixture.runs()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'operation':{'opName':'Main'}|appId is missing",
                "'appId':'','operation':{'opName':'Main'}|appId is not valid",
                "'appId':'..','operation':{'opName':'Main'}|appId is not valid",
                "'appId':['7'],'operation':{'opName':'Main'}|appId must be text",
                "'appId':'99','operation':{'opName':'Main'}|appId names no app",
                "'appId':'7'|operation is missing",
                "'appId':'7','operation':'Main'|operation must be an object",
                "'appId':'7','operation':{}|operation.opName is missing",
                "'appId':'7','operation':{'opName':''}|operation.opName is not valid",
                "'appId':'7','operation':{'opName':{}}|operation.opName must be text",
                "'appId':'7','operation':{'opName':'a\\nb'}|operation.opName holds a control character",
                "'appId':'7','operation':{'opName':'a\\u0000b'}|operation.opName holds a control character",
                "'appId':'7','operation':{'opName':'Nothing'}|operation names no job of this app",
                "'appId':'7','operation':{'opName':'main'}|operation names no job of this app",
                "'appId':'7','operation':{'opName':'runscenario'}|operation names no job of this app",
                "'appId':'7','operation':{'opName':'Main','opParams':[]}|operation.opParams must be an object",
                "'appId':'7','operation':{'opName':'RunScenario'}|operation.opParams is missing",
                "'appId':'7','operation':{'opName':'RunScenario','opParams':{}}|operation.opParams.scenario is missing",
                "'appId':'7','operation':{'opName':'RunScenario','opParams':{'scenario':'None'}}|operation names no job of this app",
                "'appId':'7','operation':{'opName':'RunScenario','opParams':{'scenario':'Main','parameters':'x'}}|operation.opParams.parameters must be an object",
                "'appId':'7','operation':{'opName':'Main','opParams':{'a':{'b':1}}}|operation.opParams.a must be text, a number or a boolean",
                "'appId':'7','operation':{'opName':'Main','opParams':{'a':[1]}}|operation.opParams.a must be text, a number or a boolean",
                "'appId':'7','operation':{'opName':'Main','opParams':{'a':1e400000000}}|operation.opParams.a is too large",
                "'appId':'7','operation':{'opName':'Main','opParams':{'a b':'c'}}|operation.opParams a parameter's name must be",
                "'appId':'7','operation':{'opName':'Main','opParams':{'@class':'java.lang.Object'}}|operation.opParams a parameter's name must be",
                "'appId':'7','operation':{'opName':'Main','opParams':{'a':'\\u0000'}}|operation.opParams.a holds a character that cannot be stored",
                "'appId':'7','operation':{'opName':'Main','opParams':{'a':'\\ud83d'}}|operation.opParams.a holds a character that cannot be stored",
                "'appId':'7','operation':{'opName':'Main'},'isAsync':'maybe'|isAsync must be true or false",
                "'appId':'7','operation':{'opName':'Main'},'isAsync':1|isAsync must be true or false",
                "'appId':'7','operation':{'opName':'Main'},'noResultSchema':'no'|noResultSchema must be true or false",
                "'appId':'7','operation':{'opName':'Main'},'jobId':'a b'|jobId is not valid",
                "'appId':'7','operation':{'opName':'Main'},'jobId':'{FAAF7FBC-0475-45ED-A148-02238E75C395}'|jobId is not valid",
                "'appId':'7','operation':{'opName':'Main'},'jobId':'a\\u0000b'|jobId holds a control character",
                "'appId':'7','operation':{'opName':'Main'},'jobId':['a']|jobId must be text",
                "'appId':'7','operation':{'opName':'Main'},'jobId':1.5|jobId must be text",
                "'appId':['7'],'isAsync':'maybe'|operation is missing; isAsync must be true or false"
            })
    void badFieldShouldBeAnErrorThatNamesIt(String members, String error) {
        Answer answer = fixture.execute(members);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.error()).contains(error);
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void longJobIdShouldBeRefused() {
        assertThat(fixture.main(",'jobId':'" + "j".repeat(65) + "'").error())
                .isEqualTo("jobId is longer than 64 characters");
        assertThat(fixture.main(",'jobId':'" + "j".repeat(64) + "'")
                        .result()
                        .path("jobId")
                        .asText())
                .hasSize(64);
    }

    @Test
    void tooManyParametersShouldBeRefused() {
        String many = IntStream.range(0, 201).mapToObj(i -> "'p" + i + "':''").collect(Collectors.joining(","));
        assertThat(fixture.execute("'appId':'7','operation':{'opName':'Main','opParams':{" + many + "}}")
                        .error())
                .isEqualTo("operation.opParams there may be at most 200 parameters");
    }

    @Test
    void gadgetsAndSqlShouldBePlainText() {
        String sql = "'; drop table run;-- \\\\ % _ || ${jndi:ldap://x} $(id)";
        assertThat(fixture.post(
                                EXECUTE,
                                "{\"apiKey\":\"" + KEY + "\",\"appId\":\"7\",\"@type\":\"x\",\"operation\":"
                                        + "{\"opName\":\"Main\",\"@class\":\"java.lang.Runtime\",\"opParams\":{\"__proto__\":\"p\",\"sql\":\""
                                        + sql.replace("'", "\\u0027") + "\"}}}")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("success");
        assertThat(fixture.platform.find(1).request().parameters())
                .containsEntry("__proto__", "p")
                .containsEntry("sql", sql.replace("\\\\", "\\"));
    }

    @Test
    void namesOfAllScriptsShouldArriveWhole() {
        fixture.addJob("job-snow", "\u96ea", "\u96ea \uD83D\uDE00");
        assertThat(fixture.execute("'appId':'\u96ea','operation':{'opName':'\u96ea \uD83D\uDE00'}")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("success");
    }

    @Test
    void byteOrderMarkShouldBeSkipped() {
        assertThat(fixture.post(EXECUTE, "\uFEFF{'apiKey':'" + KEY + "'," + START + "}")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("success");
    }

    @Test
    void bodyThatIsNotUtf8ShouldBeAnError() {
        for (byte[] body : new byte[][] {
            {(byte) 0xff, (byte) 0xfe, '{', '}'}, ("{\"apiKey\":\"" + KEY + "\"}").getBytes(StandardCharsets.UTF_16)
        }) {
            Answer answer = fixture.send(fixture.request(EXECUTE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.error()).isEqualTo("the body is not valid UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type,text/plain",
        "Content-Type,application/x-www-form-urlencoded",
        "Content-Type,application/json;charset=utf-7",
        "Content-Type,application/json;charset=ibm1047",
        "Content-Encoding,gzip"
    })
    void mediaTypeThatIsNotTakenShouldKeepItsStatus(String header, String value) {
        Answer answer =
                fixture.send(fixture.request(EXECUTE).header(header, value).POST(BodyPublishers.ofString("{}")));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.error()).isNotEmpty();
    }

    @Test
    void missingMediaTypeShouldBeTaken() {
        Answer answer = fixture.send(fixture.request(EXECUTE)
                .POST(BodyPublishers.ofString(("{'apiKey':'" + KEY + "'," + START + "}").replace('\'', '"'))));
        assertThat(answer.json().path("status").asText()).isEqualTo("success");
    }

    @Test
    void largeBodyShouldKeepItsStatus() {
        Answer answer = fixture.post(EXECUTE, "{'x':'" + "x".repeat(2 << 20) + "'}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error()).isNotEmpty();
    }

    @Test
    void unacceptableTypeShouldNotBeAFailure() {
        assertThat(fixture.post(EXECUTE, "{}", "Accept", "image/png").status()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/executeJob.jsp,405",
        "PUT,/api/v1/executeJob.jsp,405",
        "POST,/api/v1/getJobStatus.jsp,405",
        "POST,/api/v1/stopJob.jsp,405",
        "GET,/api/v1/unknown.jsp,404",
        "GET,/api/v1,404",
        "POST,/api/v1/executejob.jsp,404",
        "POST,/api/v1/executeJob.JSP,404",
        "POST,/api/v1/executeJob.jsp/,404",
        "POST,/api/v1/executeJobxjsp,404",
        "GET,/api/v1/getjobstatus.jsp,404",
        "GET,/api/v1/stopJob/,404",
        "GET,/api/v1/stopjob,404",
        "POST,/api/v1/executeJob.jsp;x=1,400",
        "POST,/api/v1//executeJob.jsp,400",
        "FOO,/api/v1/executeJob.jsp,501"
    })
    void whatIsNotOfferedShouldKeepItsStatus(String method, String path, int status) {
        Answer answer = fixture.send(fixture.request(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isNotEmpty();
    }

    @Test
    void outageShouldBeAnsweredWithTheWaitToTryAgain() {
        fixture.platform.beginOutage();
        for (Answer answer :
                new Answer[] {fixture.main(""), fixture.get("getJobStatus", "x"), fixture.get("stop", "x")}) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.error()).isNotEmpty();
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void startShouldBeRefusedWhenTheServerShutsDown() {
        fixture.platform.shutDown();
        Answer refused = fixture.main("");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.error()).isEqualTo("The server is shutting down.");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(fixture.runs()).isZero();
    }

    @Test
    void identicalStartsAtOnceShouldBeOneRunAndOneAnswer() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> start = () -> fixture.main(",'jobId':'mine'").text();
            assertThat(threads
                            .invokeAll(
                                    IntStream.range(0, 64).mapToObj(i -> start).toList())
                            .stream()
                            .map(Future::resultNow)
                            .collect(Collectors.toSet()))
                    .containsExactly("{\"status\":\"success\",\"result\":{\"jobId\":\"mine\"}}");
        }
        assertThat(fixture.runs()).isEqualTo(1);
    }
}
