package org.jobplatform.benchmark.measure;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jobplatform.benchmark.http.Api;
import org.jobplatform.benchmark.http.Load;
import org.jobplatform.benchmark.http.LoadClient;
import org.jobplatform.benchmark.http.Request;
import org.jobplatform.benchmark.http.RequestSource;
import org.jobplatform.benchmark.http.WallClock;
import org.jobplatform.benchmark.server.ServerProcess;
import org.jobplatform.benchmark.server.StoredRuns;

/** A running server with everything that a measurement needs of it. */
public final class ServerUnderTest implements AutoCloseable {
    /** Settings of a job whose runs end at once. */
    public static final String NOOP = "\"runner\":\"noop\"";

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long PAUSE_NANOS = 10_000_000;

    private final ServerProcess process;
    private final Api api;
    private final Request requests;
    private final StoredRuns kept;
    private int jobs;

    /** @param kept closed with this */
    public ServerUnderTest(ServerProcess process, StoredRuns kept) {
        this.process = process;
        this.api = new Api(process.address());
        this.requests = new Request(process.address(), ServerProcess.KEY);
        this.kept = kept;
    }

    InetSocketAddress address() {
        return process.address();
    }

    Api api() {
        return api;
    }

    Request requests() {
        return requests;
    }

    StoredRuns kept() {
        return kept;
    }

    /** Makes a new job out of these members of a JSON object, and returns its id. */
    String job(String runner) {
        jobs++;
        String id = "benchmark-" + process.address().getPort() + "-" + jobs;
        String body = "{\"project\":\"Benchmark\",\"name\":\"" + id + "\"," + runner + "}";
        api.call(requests.send("PUT", "/platform/v1/jobs/" + id, body));
        return id;
    }

    /** A start of the job without anything else. */
    byte[] start(String job) {
        return start(job, "{}");
    }

    byte[] start(String job, String body) {
        return requests.send("POST", "/platform/v1/jobs/" + job + "/runs", body);
    }

    /** Sends starts over so many connections for so long, and returns when all are answered. */
    Tally load(Duration time, int connections, RequestSource starts) {
        Tally tally = new Tally();
        try (LoadClient client = new LoadClient(address(), connections)) {
            client.send(Load.during(time, starts), tally);
        }
        return tally;
    }

    /**
     * Waits until no run of the job is unfinished, and returns when that was seen, in microseconds of the wall clock; at
     * most 10 milliseconds and one question late.
     */
    long awaitEnd(String job) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (kept.isAnyUnfinished(job)) {
            if (System.nanoTime() > deadline) {
                throw new MeasurementFailed("runs of " + job + " have not ended after " + LONGEST);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return WallClock.micros();
    }

    /** Lets the server and this program compile what they use most. */
    public void warmUp(Duration time, int connections) {
        String job = job(NOOP);
        byte[] start = start(job);
        load(time, connections, () -> start);
        awaitEnd(job);
    }

    /** The memory that the server holds, in MiB. */
    public long residentMebibytes() {
        return process.residentMebibytes();
    }

    @Override
    public void close() {
        api.close();
        kept.close();
        process.close();
    }
}
