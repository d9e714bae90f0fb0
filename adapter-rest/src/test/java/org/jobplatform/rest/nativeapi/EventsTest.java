package org.jobplatform.rest.nativeapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.rest.nativeapi.EventStreamClient.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
    private static final EventStreams.Rules QUICK =
            new EventStreams.Rules(3, 2, Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(20));
    private static final JsonMapper JSON = new JsonMapper();

    private final NativeApiFixture fixture = new NativeApiFixture(QUICK);
    private final NativeClient api = fixture.api();
    private final List<EventStreamClient> opened = new ArrayList<>();

    @BeforeEach
    void addJobs() {
        fixture.job("load");
        api.put("jobs/sale", "{'name':'Sale','project':'Sales','runner':'noop'}");
    }

    @AfterEach
    void close() {
        opened.forEach(EventStreamClient::close);
        fixture.close();
    }

    private EventStreamClient stream(String path, String... headers) {
        EventStreamClient stream = new EventStreamClient(fixture.server().address(), api.token(), path, headers);
        opened.add(stream);
        return stream;
    }

    private String start(String job) {
        fixture.platform().time().advance(Duration.ofSeconds(1));
        return api.post("jobs/" + job + "/runs", "{}").json().get("id").textValue();
    }

    private static JsonNode run(Event event) {
        try {
            return JSON.readTree(event.data());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String said(Event event) {
        return event.type() + " " + run(event).get("state").textValue();
    }

    @Test
    void runsShouldBeToldOfAsTheyChange() {
        EventStreamClient stream = stream("events");
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
        String id = start("load");
        assertThat(said(stream.next("state"))).isEqualTo("state STARTING");
        fixture.platform().awaitRunning(1);
        assertThat(said(stream.next("state"))).isEqualTo("state RUNNING");
        fixture.platform().complete(1);
        Event ended = stream.next("state");
        assertThat(said(ended)).isEqualTo("state COMPLETED");
        assertThat(run(ended)).isEqualTo(api.get("runs/" + id).json());
    }

    @Test
    void progressShouldBeToldApartFromStates() {
        start("load");
        fixture.platform().awaitRunning(1);
        EventStreamClient stream = stream("events");
        assertThat(said(stream.next("state"))).isEqualTo("state RUNNING");
        CountDownLatch reported = new CountDownLatch(1);
        fixture.platform().report(1, context -> {
            context.progress(40, Optional.of("loading"));
            fixture.platform().writeBehind();
            reported.await();
            return new RunOutcome.Completed();
        });
        Event progress = stream.next("state", "progress");
        assertThat(progress.type()).isEqualTo("progress");
        assertThat(run(progress).get("percent").intValue()).isEqualTo(40);
        reported.countDown();
        assertThat(said(stream.next("state"))).isEqualTo("state COMPLETED");
    }

    @Test
    void runsShouldBeToldOfByTheirJobAndProject() {
        EventStreamClient ofJob = stream("events?job=sale");
        EventStreamClient ofProject = stream("events?project=Sales");
        start("load");
        String sale = start("sale");
        assertThat(run(ofJob.next("state")).get("id").textValue()).isEqualTo(sale);
        assertThat(run(ofProject.next("state")).get("id").textValue()).isEqualTo(sale);
    }

    @Test
    void oneRunShouldBeFollowedToItsEnd() {
        String id = start("load");
        EventStreamClient stream = stream("events?run=" + id);
        assertThat(said(stream.next("state"))).isEqualTo("state STARTING");
        fixture.platform().complete(1);
        Event last = stream.next("state");
        while (!said(last).equals("state COMPLETED")) {
            last = stream.next("state");
        }
        assertThat(stream.endsQuietly()).isTrue();
        EventStreamClient again = stream("events?run=" + id, "Last-Event-ID: " + last.id());
        assertThat(again.status()).isEqualTo(204);
    }

    @Test
    void readerShouldMissNothingWhenItComesBack() {
        EventStreamClient first = stream("events");
        start("load");
        String position = first.next("state").id();
        first.close();
        fixture.platform().complete(1);
        start("load");
        fixture.platform().complete(2);
        start("sale");
        EventStreamClient second = stream("events", "Last-Event-ID: " + position);
        List<String> told = new ArrayList<>();
        while (told.size() < 3) {
            JsonNode run = run(second.next("state"));
            told.add(run.get("number") + run.get("state").textValue());
        }
        assertThat(told).contains("1COMPLETED", "2COMPLETED", "3STARTING");
    }

    @Test
    void readerShouldNotBeToldOfWhatWasBeforeItCame() {
        start("load");
        fixture.platform().complete(1);
        EventStreamClient stream = stream("events");
        start("load");
        assertThat(run(stream.next("state")).get("number").intValue()).isEqualTo(2);
    }

    @Test
    void silenceShouldBeBrokenAndBringThePositionOn() {
        EventStreamClient stream = stream("events");
        assertThat(stream.block().orElseThrow().fields()).containsKey("retry");
        Event beat = stream.block().orElseThrow();
        assertThat(beat.fields()).containsOnlyKeys("", "id");
        assertThat(beat.id()).matches("[0-9]+");
    }

    @Test
    void streamShouldEndWhenTheCredentialNoLongerHolds() {
        EventStreamClient stream = stream("events");
        assertThat(stream.block()).isPresent();
        fixture.platform().credentials().logOut(api.token());
        assertThat(stream.endsQuietly()).isTrue();
        awaitOpen(0);
    }

    @Test
    void streamShouldEndWhenTheServerStops() {
        EventStreamClient stream = stream("events");
        fixture.served().endStreams();
        assertThat(stream.endsQuietly()).isTrue();
        EventStreamClient late = stream("events");
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.header("Retry-After")).isNotEmpty();
    }

    @Test
    void clientThatIsGoneShouldLeaveNothingBehind() {
        EventStreamClient stream = stream("events");
        assertThat(stream.block()).isPresent();
        assertThat(fixture.served().openStreams()).isEqualTo(1);
        stream.close();
        awaitOpen(0);
    }

    @Test
    void streamsShouldBeBounded() {
        stream("events");
        stream("events");
        EventStreamClient third = stream("events");
        assertThat(third.status()).isEqualTo(503);
        assertThat(third.header("Retry-After")).isEqualTo("30");
        assertThat(third.header("Content-Type")).startsWith("application/problem+json");
        try (NativeClient viewer = fixture.client(Role.VIEWER)) {
            opened.add(new EventStreamClient(fixture.server().address(), viewer.token(), "events"));
            EventStreamClient fourth = new EventStreamClient(fixture.server().address(), viewer.token(), "events");
            opened.add(fourth);
            assertThat(fourth.status()).isEqualTo(503);
        }
    }

    @Test
    void headOfAStreamShouldNotOpenOne() {
        assertThat(api.send("HEAD", "events", "").status()).isEqualTo(200);
        assertThat(fixture.served().openStreams()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"job=a/b", "project=/", "run=a/b", "state=RUNNING"})
    void eventsShouldBeRefusedByName(String parameter) {
        NativeClient.Answer refused = api.get("events?" + parameter);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("field"))
                .containsExactly(parameter.substring(0, parameter.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1e3", "9999999999999999", "ended"})
    void positionShouldBeRefusedWhenItIsMadeUp(String position) {
        NativeClient.Answer refused = api.get("events", "Last-Event-ID", position);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("field")).containsExactly("Last-Event-ID");
    }

    @Test
    void eventsOfUnknownRunShouldNotBeFound() {
        assertThat(api.get("events?run=unknown").status()).isEqualTo(404);
    }

    @Test
    void eventsShouldNeedACredential() {
        try (NativeClient stranger = fixture.stranger()) {
            assertThat(stranger.get("events").status()).isEqualTo(401);
        }
    }

    @Test
    void logShouldBeFollowedLineByLineToTheEnd() {
        String id = start("load");
        EventStreamClient stream = stream("runs/" + id + "/log?follow=true");
        assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
        CountDownLatch read = new CountDownLatch(1);
        fixture.platform().report(1, context -> {
            context.log(LogSeverity.INFO, "one");
            fixture.platform().writeBehind();
            read.await();
            context.log(LogSeverity.ERROR, "zwölf");
            return new RunOutcome.Completed();
        });
        Event one = stream.next("line");
        assertThat(one.data()).endsWith("INFO one");
        read.countDown();
        Event twelve = stream.next("line");
        assertThat(twelve.data()).endsWith("ERROR zwölf");
        Event end = stream.next("line", "end");
        assertThat(end.type()).isEqualTo("end");
        assertThat(end.data()).isEqualTo("COMPLETED");
        assertThat(stream.endsQuietly()).isTrue();

        EventStreamClient rest = stream("runs/" + id + "/log?follow=true", "Last-Event-ID: " + one.id());
        assertThat(rest.next("line").data()).endsWith("ERROR zwölf");
        assertThat(stream("runs/" + id + "/log?follow=true&tail=1").next("line").data())
                .endsWith("ERROR zwölf");
        assertThat(stream("runs/" + id + "/log?follow=true", "Last-Event-ID: " + end.id())
                        .status())
                .isEqualTo(204);
        assertThat(stream("runs/" + id + "/log?follow=true", "Last-Event-ID: 100000")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void longLineShouldBeFollowedWhole() {
        String id = start("load");
        String line = "ö".repeat(100_000);
        fixture.platform().end(1, context -> {
            context.log(LogSeverity.INFO, line);
            context.log(LogSeverity.INFO, "short");
            return new RunOutcome.Completed();
        });
        EventStreamClient stream = stream("runs/" + id + "/log?follow=true");
        String kept = api.get("runs/" + id + "/log").text().lines().findFirst().orElseThrow();
        assertThat(stream.next("line").data()).isEqualTo(kept);
        assertThat(stream.next("line").data()).endsWith("short");
    }

    private void awaitOpen(int count) {
        Eventually.holds(count + " streams are open", () -> fixture.served().openStreams() == count);
    }
}
