package org.jobplatform.benchmark.measure;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jobplatform.benchmark.http.Receivers;
import org.jobplatform.benchmark.http.RequestSource;
import org.jobplatform.benchmark.http.WallClock;

/** Runs acknowledged and durably completed, by the time from the first request until the last run has ended. */
public final class CompletedRuns {
    private static final int RECEIVERS = 64;
    private static final Duration LONGEST_CALLBACK = Duration.ofMinutes(2);

    private CompletedRuns() {}

    /**
     * Without callbacks.
     *
     * @param runner members of the job's JSON object that name its runner
     * @throws MeasurementFailed when not every acknowledged run completed
     */
    public static Rate measure(ServerUnderTest server, String runner, Duration time, int connections) {
        String job = server.job(runner);
        byte[] start = server.start(job);
        Tally tally = server.load(time, connections, () -> start);
        Rate rate = new Rate(tally.count(), server.awaitEnd(job) - tally.firstSent(), connections);
        tally.require("COMPLETED", server.kept().of(job));
        return rate;
    }

    /**
     * With a callback of every run, until the last is received.
     *
     * @throws MeasurementFailed when not every acknowledged run completed, or a callback is missing
     */
    public static Rate measureWithCallbacks(ServerUnderTest server, Duration time, int connections) {
        String job = server.job(ServerUnderTest.NOOP);
        try (Receivers receivers = new Receivers(RECEIVERS)) {
            Tally tally = server.load(time, connections, inTurn(server, job, receivers.addresses()));
            server.awaitEnd(job);
            long end = awaitCallbacks(receivers, tally.runs());
            tally.require("COMPLETED", server.kept().of(job));
            return new Rate(tally.count(), end - tally.firstSent(), connections);
        }
    }

    private static RequestSource inTurn(ServerUnderTest server, String job, List<String> addresses) {
        List<byte[]> starts = addresses.stream()
                .map(address -> server.start(job, "{\"callback\":{\"url\":\"" + address + "\"}}"))
                .toList();
        int[] next = {0};
        return () -> starts.get(next[0]++ % starts.size());
    }

    private static long awaitCallbacks(Receivers receivers, Set<String> runs) {
        long deadline = System.nanoTime() + LONGEST_CALLBACK.toNanos();
        while (receivers.runs().size() < runs.size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(5_000_000);
        }
        long end = WallClock.micros();
        Set<String> missing = new HashSet<>(runs);
        missing.removeAll(receivers.runs());
        if (!missing.isEmpty()) {
            throw new MeasurementFailed(missing.size() + " of " + runs.size() + " runs were not called back");
        }
        return end;
    }
}
