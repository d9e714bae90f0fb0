package org.jobplatform.application.execution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.CallbackFormat;
import org.jobplatform.application.port.Ended;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.JobExamples;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.ScriptedNotifier;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.port.SequentialIds;
import org.jobplatform.application.port.SettableTime;
import org.jobplatform.application.usecase.Caller;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartOptions;
import org.jobplatform.domain.callback.CallbackBody;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunOutcome;

/** What nodes share: a storage, the time, the receivers of callbacks, and what every runner does. */
public final class World {
    /** The lease that nodes keep. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    /** How long nodes wait for wishes to stop to be followed. */
    public static final StopPatience PATIENCE = StopPatience.ofClean(Duration.ofMinutes(5));

    /** Who starts and stops runs in tests. */
    public static final Caller ALICE = new Caller(Dialect.NATIVE, AccessExamples.ALICE, "192.0.2.7");

    /** Where callbacks go unless a test says otherwise. */
    public static final String RECEIVER = "http://receiver.example/done";

    public final SettableTime time = new SettableTime(RunExamples.NOW);
    public final InMemoryStorage storage = new InMemoryStorage(time);
    public final History runs = new History(storage.runs());
    public final SequentialIds ids = new SequentialIds();
    public Notifier notifier = ScriptedNotifier.confirming();
    public ScriptedTaskRunner.Script script = context -> new RunOutcome.Completed();
    Duration jumped = Duration.ZERO;
    private final List<NodeFixture> nodes = new ArrayList<>();
    private final List<AssertionError> failed = new ArrayList<>();

    /** A node with room for four runs, which has its lease. */
    public NodeFixture node(String name) {
        return node(name, 4);
    }

    /** A node which has its lease. */
    public NodeFixture node(String name, int workers) {
        NodeFixture node = new NodeFixture(this, name, workers);
        nodes.add(node);
        node.lease.join();
        return node;
    }

    /** Lets time pass, second by second; nodes that live keep their leases, as far as they reach the store. */
    public void pass(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            time.advance(Duration.ofSeconds(1));
            nodes.stream().filter(NodeFixture::isAlive).forEach(node -> node.lease.step());
        }
    }

    /** The clock on the wall is set forward or back, and no time passes. */
    public void jump(Duration difference) {
        time.advance(difference);
        jumped = jumped.plus(difference);
    }

    /** Does what the script says. A test that fails in there is told later: a runner may throw what it likes. */
    RunOutcome carryOut(RunContext context) throws InterruptedException {
        try {
            return script.run(context);
        } catch (AssertionError failure) {
            failed.add(failure);
            throw failure;
        }
    }

    void failWhenAScriptDid() {
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    /** A job like any, but for this; it is in the storage. */
    public Job job(String id, UnaryOperator<Definition> change) {
        Definition definition = change.apply(Definition.of(JobExamples.job(id).definition()));
        return storage.jobs().save(JobExamples.job(id, definition.build()));
    }

    /** A job like any; it is in the storage. */
    public Job job(String id) {
        return job(id, plain -> plain);
    }

    /** The run as it is kept. */
    public Run stored(RunId id) {
        return runs.find(id).orElseThrow(() -> new AssertionError("run " + id + " is gone"));
    }

    /** What callbacks tell of. */
    EndedRuns endedRuns() {
        return new EndedRuns(runs, storage.index(), storage.log());
    }

    /** The deliveries of the run. */
    public List<Delivery> deliveries(RunId id) {
        return storage.deliveries().of(id);
    }

    /** The log of the run. */
    public String log(RunId id) {
        return new String(storage.log().read(id, 0, Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    /** Alice's start of this job, with a callback. */
    public static StartCommand start(Job job) {
        return start(job, StartOptions.DEFAULT.withCallbackUrl(Optional.of(RECEIVER)));
    }

    /** Alice's start of this job. */
    public static StartCommand start(Job job, StartOptions options) {
        return new StartCommand(job.id(), Optional.empty(), Optional.empty(), options, false, ALICE);
    }

    /** Alice's start of this job under an id of hers. */
    public static StartCommand start(Job job, String id) {
        StartCommand plain = start(job);
        return new StartCommand(
                plain.job(), Optional.of(new RunId(id)), plain.key(), plain.options(), plain.alone(), plain.caller());
    }

    /** A format that says the id and status of the run. */
    public record PlainFormat(Dialect dialect, DeliveryPolicy policy) implements CallbackFormat {
        @Override
        public CallbackBody render(Ended ended, DeliveryId id, Instant now) {
            return new CallbackBody(
                    "text/plain", ended.run().id() + " " + ended.run().status());
        }
    }

    /** The parts of a job's definition that decide how its runs go. */
    public record Definition(
            JobDefinition plain,
            Map<String, String> parameters,
            Optional<Duration> timeout,
            Optional<Concurrency> concurrency,
            RetryPolicy retry,
            OnLost onLost) {
        static Definition of(JobDefinition plain) {
            return new Definition(
                    plain, plain.parameters(), plain.timeout(), plain.concurrency(), plain.retry(), plain.onLost());
        }

        /** With a time-out. */
        public Definition lasting(Duration longest) {
            return new Definition(plain, parameters, Optional.of(longest), concurrency, retry, onLost);
        }

        /** With a limit. */
        public Definition limited(int limit, Concurrency.WhenFull whenFull) {
            Concurrency some = new Concurrency(limit, whenFull);
            return new Definition(plain, parameters, timeout, Optional.of(some), retry, onLost);
        }

        /** With retries. */
        public Definition retried(int attempts, Duration backoff) {
            return new Definition(plain, parameters, timeout, concurrency, new RetryPolicy(attempts, backoff), onLost);
        }

        /** Queued again when its node is lost. */
        public Definition repeatable() {
            return new Definition(plain, parameters, timeout, concurrency, retry, OnLost.RETRY);
        }

        /** Followed by these jobs in a chain. */
        public Definition followedBy(String... jobs) {
            JobDefinition followed =
                    plain.withNext(Stream.of(jobs).map(JobId::new).toList());
            return new Definition(followed, parameters, timeout, concurrency, retry, onLost);
        }

        /** With default parameters. */
        public Definition with(Map<String, String> defaults) {
            return new Definition(plain, defaults, timeout, concurrency, retry, onLost);
        }

        JobDefinition build() {
            return new JobDefinition(
                    plain.project(),
                    plain.name(),
                    plain.type(),
                    plain.description(),
                    plain.runner(),
                    parameters,
                    timeout,
                    concurrency,
                    retry,
                    onLost,
                    plain.next());
        }
    }
}
