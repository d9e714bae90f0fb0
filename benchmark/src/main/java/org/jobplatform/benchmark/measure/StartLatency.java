package org.jobplatform.benchmark.measure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jobplatform.benchmark.http.Answer;
import org.jobplatform.benchmark.http.Load;
import org.jobplatform.benchmark.http.LoadClient;
import org.jobplatform.benchmark.server.StoredRun;

/**
 * How long runs take at an even rate, whatever becomes of those before.
 *
 * @param acknowledged from a request to its answer
 * @param started from a request to the run's own startedAt, which is when it was claimed for its runner
 * @param ended from a request to the run's own endedAt
 * @param seen from a request with {@code Prefer: wait=30} to its answer, which tells of the durably ended run
 */
public record StartLatency(Percentiles acknowledged, Percentiles started, Percentiles ended, Percentiles seen) {
    private static final int CONNECTIONS = 256;

    /**
     * Two loads one after the other: one whose runs' own times count, one whose answers count.
     *
     * @throws MeasurementFailed when not every acknowledged run completed
     */
    public static StartLatency measure(ServerUnderTest server, double perSecond, Duration time) {
        String job = server.job(ServerUnderTest.NOOP);
        Tally tally = paced(server, server.start(job), perSecond, time);
        server.awaitEnd(job);
        List<StoredRun> kept = server.kept().of(job);
        tally.require("COMPLETED", kept);
        Map<String, StoredRun> byId = kept.stream().collect(Collectors.toMap(StoredRun::id, Function.identity()));
        String other = server.job(ServerUnderTest.NOOP);
        byte[] waiting =
                server.requests().send("POST", "/platform/v1/jobs/" + other + "/runs", "Prefer: wait=30", "{}");
        Tally waited = paced(server, waiting, perSecond, time);
        server.awaitEnd(other);
        waited.require("COMPLETED", server.kept().of(other));
        return new StartLatency(
                times(tally, answer -> answer.received() - answer.sent()),
                times(tally, answer -> requireNonNull(byId.get(answer.run())).started() - answer.sent()),
                times(tally, answer -> requireNonNull(byId.get(answer.run())).ended() - answer.sent()),
                times(waited, answer -> answer.received() - answer.sent()));
    }

    private static Tally paced(ServerUnderTest server, byte[] start, double perSecond, Duration time) {
        Tally tally = new Tally();
        try (LoadClient client = new LoadClient(server.address(), CONNECTIONS)) {
            client.send(Load.paced(perSecond, time, () -> start), tally);
        }
        return tally;
    }

    private static Percentiles times(Tally tally, ToLongFunction<Answer> time) {
        return new Percentiles(tally.answers().stream().mapToLong(time).toArray());
    }
}
