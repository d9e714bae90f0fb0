package org.jobplatform.application.simulation.checker;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryAttempt;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.run.CallbackTarget;
import org.jobplatform.domain.run.ChainPlan;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunRequest;

/** A history that a test tells by hand, sentence by sentence. */
final class Story {
    static final Owner A = new Owner("a", "boot-1");
    static final Owner B = new Owner("b", "boot-1");
    static final Job PLAIN = job("plain", Optional.empty(), OnLost.END);
    static final Job REPEATABLE = job("repeatable", Optional.empty(), OnLost.RETRY);
    static final Job LIMITED = job("limited", Optional.of(new Concurrency(1, Concurrency.WhenFull.QUEUE)), OnLost.END);

    final Recording recording;
    private Duration now = Duration.ZERO;
    private int number;

    Story() {
        recording = new Recording(() -> now);
        List.of(PLAIN, REPEATABLE, LIMITED).forEach(recording::job);
    }

    private static Job job(String id, Optional<Concurrency> limit, OnLost onLost) {
        JobDefinition plain = JobExamples.job(id).definition();
        return JobExamples.job(
                id,
                new JobDefinition(
                        plain.project(),
                        plain.name(),
                        plain.type(),
                        plain.description(),
                        plain.runner(),
                        plain.parameters(),
                        Optional.empty(),
                        limit,
                        RetryPolicy.NONE,
                        onLost));
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    Instant clock() {
        return RunExamples.NOW.plus(now);
    }

    /** A run of this job is added, and wants a callback; nobody was told yet. */
    Run added(Job job, String token) {
        return added(job, request(token));
    }

    private Run added(Job job, RunRequest request) {
        number++;
        Run run = Run.accepted(new RunId("run-" + number), new RunNumber(number), job.reference(), request, clock());
        return kept(A, run);
    }

    /** A run is added that another one is to follow, and its start answered. */
    Run chained(Job job, String token) {
        ChainPlan plan = new ChainPlan(List.of(job.id()), Map.of());
        Run run = added(job, request(token).within(Optional.of(plan), Optional.empty()));
        answered(token, Answer.OK, Optional.of(run.id()));
        return run;
    }

    /** The run that follows this one in its chain is added. */
    Run following(Job job, Run before) {
        return added(job, before.request().within(Optional.empty(), Optional.of(Origin.after(before))));
    }

    private static RunRequest request(String token) {
        return new RunRequest(
                Map.of(),
                Optional.of(token),
                RowRange.ALL,
                1,
                LoggingLevel.MEDIUM,
                0,
                Optional.of(new CallbackTarget(URI.create("http://receiver.example/done"))),
                Dialect.NATIVE,
                "alice",
                "192.0.2.7");
    }

    /** A start is answered. */
    void answered(String token, Answer answer, Optional<RunId> run) {
        recording.start(token, false, recording.now(), answer, run);
    }

    /** A run is added, and its start answered. */
    Run started(Job job, String token) {
        Run run = added(job, token);
        answered(token, Answer.OK, Optional.of(run.id()));
        return run;
    }

    /** This change of a run is kept. */
    Run kept(Owner by, Run changed) {
        Run kept = changed.withVersion(changed.version() + 1);
        recording.commit(by.node(), kept);
        return kept;
    }

    Run kept(Owner by, Run run, UnaryOperator<Run> event) {
        return kept(by, event.apply(run));
    }

    /** The run is claimed, and its runner begins. */
    Run begun(Owner owner, Run run) {
        Run claimed = kept(owner, run.claim(owner, clock()));
        effect(owner, claimed, Effect.Kind.BEGIN, 0);
        return kept(owner, claimed.begin(clock()));
    }

    void effect(Owner owner, Run run, Effect.Kind kind, int unit) {
        recording.effect(run, owner.node(), kind, unit);
    }

    /** A unit of work from its beginning to its end, which takes a second. */
    void unit(Owner owner, Run run, int unit) {
        effect(owner, run, Effect.Kind.UNIT_BEGIN, unit);
        pass(1);
        effect(owner, run, Effect.Kind.UNIT_END, unit);
    }

    /** The runner is done, and the end of the run is kept without its delivery. */
    Run ended(Owner owner, Run run) {
        effect(owner, run, Effect.Kind.END, 0);
        return kept(owner, run.end(new RunOutcome.Completed(), clock()));
    }

    /** A delivery of the run is kept. */
    Delivery delivery(Run run, String text) {
        Delivery delivery = Delivery.due(
                        new DeliveryId("delivery-" + run.id()),
                        run.id(),
                        run.job().project(),
                        1,
                        Dialect.NATIVE,
                        new CallbackTarget(URI.create("http://receiver.example/done")),
                        new CallbackBody("text/plain", text),
                        DeliveryPolicy.NATIVE,
                        clock())
                .withVersion(1);
        recording.delivery(delivery);
        return delivery;
    }

    /** A receiver gets it, and looks at the run. */
    void receipt(Delivery delivery, Run seen, boolean confirmed) {
        recording.receipt(new Receipt(
                recording.now(), "a", delivery, Duration.ZERO, Duration.ZERO, confirmed, Optional.of(seen.status())));
    }

    /** The attempt is recorded. */
    Delivery recorded(Delivery delivery, DeliveryResult result) {
        DeliveryAttempt attempt = new DeliveryAttempt(delivery.attempts() + 1, clock(), Duration.ZERO, result);
        Delivery after = delivery.record(attempt, clock(), 0);
        recording.delivery(after);
        return after;
    }

    /** The end of the run is told, and taken. */
    void told(Run ended) {
        Delivery delivery = delivery(ended, ended.id() + " " + ended.status());
        receipt(delivery, ended, true);
        recorded(delivery, new DeliveryResult.Confirmed(200));
    }

    /** A whole run, from its start to its confirmed callback. */
    Run whole(Job job, String token) {
        Run run = begun(A, started(job, token));
        unit(A, run, 1);
        Run ended = ended(A, run);
        told(ended);
        recording.dump(ended);
        return ended;
    }

    /** What the rules find. */
    List<Checker.Violation> violations() {
        return Checker.check(recording.history());
    }
}
