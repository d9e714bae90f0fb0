package org.jobplatform.benchmark.measure;

import java.time.Duration;

/** Starts acknowledged for each second by a node without workers, so that they are made durable and nothing else. */
public final class DurableStarts {
    private DurableStarts() {}

    /**
     * Sends starts for so long over so many connections.
     *
     * @throws MeasurementFailed when not every acknowledged run is kept and waits
     */
    public static Rate measure(ServerUnderTest server, Duration time, int connections) {
        String job = server.job(ServerUnderTest.NOOP);
        byte[] start = server.start(job);
        Tally tally = server.load(time, connections, () -> start);
        Rate rate = new Rate(tally.count(), tally.lastReceived() - tally.firstSent(), connections);
        tally.require("QUEUED", server.kept().of(job));
        return rate;
    }
}
