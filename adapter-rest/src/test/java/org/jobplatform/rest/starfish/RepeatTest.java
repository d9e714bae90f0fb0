package org.jobplatform.rest.starfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.rest.starfish.StarfishFixture.start;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jobplatform.domain.access.Role;
import org.jobplatform.rest.starfish.StarfishFixture.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same runID again. */
class RepeatTest {
    private static final String CONFLICT = "This runID was used for another request.";

    private final StarfishFixture fixture = new StarfishFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void assertConflict(JsonNode body) {
        Answer answer = fixture.executeAsync(body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("started").asBoolean()).isFalse();
        assertThat(answer.at("error").asText()).isEqualTo(CONFLICT);
        assertThat(fixture.runs()).isOne();
    }

    @Test
    void sameRequestShouldFindTheSameRunHoweverItIsSpelled() {
        fixture.executeAsync(start().put("loggingLevel", 3).put("argument", "a"));
        String braced = "{" + StarfishFixture.RUN.toLowerCase(Locale.ROOT) + "}";
        Answer again = fixture.executeAsync(start().put("runID", braced)
                .put("jobID", "Load")
                .put("argument", "a")
                .put("beginAtRow", " 1 ")
                .put("threadCount", 1)
                .put("loggingLevel", 5)
                .put("chainJobs", false)
                .put("instance", "x"));
        assertThat(again.at("started").asBoolean()).as(again.text()).isTrue();
        assertThat(again.at("runID").asText()).isEqualTo(braced);
        Answer asForm = fixture.post(
                "/v1/ExecuteJobAsync",
                "application/x-www-form-urlencoded",
                "runID=" + StarfishFixture.RUN + "&projectID=Sales&jobID=load-1&argument=a&loggingLevel=3");
        assertThat(asForm.at("started").asBoolean()).as(asForm.text()).isTrue();
        assertThat(fixture.runs()).isOne();
    }

    @Test
    void endedRunShouldNotBeStartedAgain() {
        fixture.executeAsync(start());
        fixture.platform.complete(1);
        assertThat(fixture.executeAsync(start()).at("started").asBoolean()).isTrue();
        assertThat(fixture.runs()).isOne();
    }

    @Test
    void otherRequestShouldBeAConflict() {
        fixture.executeAsync(start());
        assertConflict(start().put("argument", "b"));
        assertConflict(start().put("jobID", StarfishFixture.PLAIN_JOB));
        assertConflict(start().put("endAfterRow", 5));
        assertConflict(start().put("webHookURL", "https://receiver.example/"));
    }

    @Test
    void sameRequestOfAnotherCallerShouldBeTheSameConflict() {
        fixture.executeAsync(start());
        fixture.platform.addUser("second", "secret", Role.OPERATOR);
        fixture.platform.addKey("second", "another-key");
        Answer answer = fixture.send(fixture.request("/v1/ExecuteJobAsync")
                .setHeader("Authorization", "Bearer another-key")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(start().toString())));
        assertThat(answer.text())
                .isEqualTo(
                        "{\"runID\":\"" + StarfishFixture.RUN + "\",\"started\":false,\"error\":\"" + CONFLICT + "\"}");
        assertThat(fixture.runs()).isOne();
    }

    @Test
    void simultaneousStartsShouldBecomeOneRun() throws Exception {
        int callers = 16;
        CyclicBarrier together = new CyclicBarrier(callers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(() -> {
                        together.await();
                        return fixture.executeAsync(start()).text();
                    }))
                    .toList();
            String first = answers.getFirst().get();
            assertThat(first).contains("\"started\":true");
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
        assertThat(fixture.runs()).isOne();
    }
}
