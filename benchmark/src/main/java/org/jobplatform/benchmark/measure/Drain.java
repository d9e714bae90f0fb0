package org.jobplatform.benchmark.measure;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jobplatform.benchmark.http.Load;
import org.jobplatform.benchmark.http.LoadClient;
import org.jobplatform.benchmark.http.WallClock;
import org.jobplatform.benchmark.server.StoredRun;

/** How fast a node works off what has waited: from the moment its workers are let go until the last run has ended. */
public final class Drain {
    private static final int CONNECTIONS = 64;
    private static final String BLOCKER = "\"runner\":\"noop\",\"noop\":{\"duration\":\"PT1H\"}";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Drain() {}

    /**
     * Occupies all workers, queues so many runs behind them, and stops what occupies them.
     *
     * @param workers of the node
     * @throws MeasurementFailed when not every acknowledged run completed
     */
    public static Rate measure(ServerUnderTest server, int workers, int runs) {
        String blocker = server.job(BLOCKER);
        String job = server.job(ServerUnderTest.NOOP);
        byte[] start = server.start(job);
        Tally blockers = new Tally();
        Tally waiting = new Tally();
        try (LoadClient client = new LoadClient(server.address(), CONNECTIONS)) {
            client.send(Load.of(workers, () -> server.start(blocker)), blockers);
            awaitStarted(server, blocker, workers);
            client.send(Load.of(runs, () -> start), waiting);
            requireNoneStarted(server.kept().of(job));
            List<byte[]> stops = blockers.answers().stream()
                    .map(answer -> server.requests()
                            .send("POST", "/platform/v1/runs/" + answer.run() + "/stop", "{\"mode\":\"now\"}"))
                    .toList();
            Iterator<byte[]> each = stops.iterator();
            long begin = WallClock.micros();
            client.send(Load.of(workers, each::next), stopped -> {});
            Rate rate = new Rate(runs, server.awaitEnd(job) - begin, CONNECTIONS);
            waiting.require("COMPLETED", server.kept().of(job));
            server.awaitEnd(blocker);
            return rate;
        }
    }

    private static void awaitStarted(ServerUnderTest server, String blocker, int workers) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (server.kept().of(blocker).stream()
                        .filter(run -> run.started() > 0)
                        .count()
                < workers) {
            if (System.nanoTime() > deadline) {
                throw new MeasurementFailed("not all workers are occupied after " + LONGEST);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void requireNoneStarted(List<StoredRun> kept) {
        long early = kept.stream().filter(run -> run.started() > 0).count();
        if (early > 0) {
            throw new MeasurementFailed(early + " runs were started while all workers were occupied");
        }
    }
}
