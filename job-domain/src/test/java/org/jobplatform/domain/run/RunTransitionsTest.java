package org.jobplatform.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobplatform.domain.run.Runs.NODE;
import static org.jobplatform.domain.run.Runs.NOW;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies every event to a run of every status, and compares what happens with the table in {@link RunStatus}. */
class RunTransitionsTest {

    /** What can happen to a run, and where it leads from which statuses; from all others it is refused. */
    record Event(String name, UnaryOperator<Run> happens, Map<RunStatus, RunStatus> leads) {
        static Event of(String name, UnaryOperator<Run> happens, RunStatus to, RunStatus... from) {
            Map<RunStatus, RunStatus> leads = new EnumMap<>(RunStatus.class);
            Stream.of(from).forEach(status -> leads.put(status, to));
            return new Event(name, happens, leads);
        }

        Event andTo(RunStatus to, RunStatus from) {
            leads.put(from, to);
            return this;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Event> events() {
        return Stream.of(
                Event.of("fail", run -> run.fail("refused", NOW), RunStatus.FAILED, RunStatus.QUEUED),
                Event.of("claim", run -> run.claim(NODE, NOW), RunStatus.STARTING, RunStatus.QUEUED),
                Event.of("begin", run -> run.begin(NOW), RunStatus.RUNNING, RunStatus.STARTING),
                Event.of("pause", run -> run.pause(NOW), RunStatus.PAUSED, RunStatus.RUNNING),
                Event.of("resume", run -> run.resume(NOW), RunStatus.RUNNING, RunStatus.PAUSED),
                stop(StopMode.CLEAN),
                stop(StopMode.NOW),
                stop(StopMode.KILL),
                end(new RunOutcome.Completed(), RunStatus.COMPLETED),
                end(new RunOutcome.CompletedWithErrors("some"), RunStatus.COMPLETED_WITH_ERRORS),
                end(new RunOutcome.Failed("why"), RunStatus.FAILED),
                end(new RunOutcome.Stopped("where"), RunStatus.STOPPED),
                Event.of(
                        "retry",
                        run -> run.retry(NOW, NOW),
                        RunStatus.QUEUED,
                        RunStatus.STARTING,
                        RunStatus.RUNNING,
                        RunStatus.PAUSED),
                Event.of(
                        "lose",
                        run -> run.lose("its node died", NOW),
                        RunStatus.LOST,
                        RunStatus.STARTING,
                        RunStatus.RUNNING,
                        RunStatus.PAUSED,
                        RunStatus.STOPPING));
    }

    private static Event stop(StopMode mode) {
        return Event.of(
                        "stop " + mode,
                        run -> run.stop(Runs.wish(mode)),
                        RunStatus.STOPPING,
                        RunStatus.STARTING,
                        RunStatus.RUNNING,
                        RunStatus.PAUSED,
                        RunStatus.STOPPING)
                .andTo(RunStatus.STOPPED, RunStatus.QUEUED);
    }

    private static Event end(RunOutcome outcome, RunStatus to) {
        return Event.of(
                "end " + to,
                run -> run.end(outcome, NOW),
                to,
                RunStatus.STARTING,
                RunStatus.RUNNING,
                RunStatus.STOPPING);
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventShouldLeadWhereItSaysOrBeRefused(Event event) {
        for (RunStatus status : RunStatus.values()) {
            Run run = Runs.of(status);
            if (event.leads().containsKey(status)) {
                assertThat(event.happens().apply(run).status())
                        .as("after %s of %s", event, status)
                        .isEqualTo(event.leads().get(status));
            } else {
                assertThatExceptionOfType(RunFailure.NotAllowed.class)
                        .as("%s of %s", event, status)
                        .isThrownBy(() -> event.happens().apply(run))
                        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tableShouldHoldExactlyTheEdgesThatEventsTake(RunStatus status) {
        Set<RunStatus> taken = EnumSet.noneOf(RunStatus.class);
        events().flatMap(event -> Stream.ofNullable(event.leads().get(status)))
                .filter(next -> next != status)
                .forEach(taken::add);

        assertThat(taken).isEqualTo(status.successors());
    }

    @Test
    void endedRunShouldTakeNoEventAtAll() {
        assertThat(events())
                .allSatisfy(event -> assertThat(event.leads().keySet()).noneMatch(RunStatus::isEnded));
    }

    @ParameterizedTest
    @EnumSource
    void statusShouldBeEndedOrOwnedOrQueuedAndAgreeWithItsState(RunStatus status) {
        Run run = Runs.of(status);

        assertThat(run.status()).isEqualTo(status);
        assertThat(run.isEnded())
                .isEqualTo(status.isEnded())
                .isEqualTo(run.endedAt().isPresent());
        assertThat(run.owner().isPresent()).isEqualTo(status.isOwned());
        assertThat(status.isEnded() || status.isOwned()).isEqualTo(status != RunStatus.QUEUED);
    }
}
