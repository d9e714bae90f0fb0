package org.jobplatform.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jobplatform.benchmark.server.Installation;

/**
 * What a benchmark is to do.
 *
 * @param databases {@code postgresql}, {@code h2}
 * @param histories runs in history, each measured on a database of its own
 * @param h2Most histories above it are left out on H2
 * @param connections of the client; each is tried for the rates, and the best counts
 * @param workers of the server
 * @param queue runs to drain
 * @param warmUp of each server
 * @param time of each measurement
 * @param latencyTime of each load at an even rate
 * @param rate of the slow load, starts for each second
 */
record Plan(
        Installation installation,
        List<String> databases,
        List<Long> histories,
        long h2Most,
        Set<Measurement> measurements,
        List<Integer> connections,
        int workers,
        int queue,
        Duration warmUp,
        Duration time,
        Duration latencyTime,
        int rate) {

    boolean has(Measurement measurement) {
        return measurements.contains(measurement);
    }

    boolean needsWorkers() {
        return measurements.stream()
                .anyMatch(wanted -> wanted != Measurement.STARTS && wanted != Measurement.REFERENCE);
    }
}
