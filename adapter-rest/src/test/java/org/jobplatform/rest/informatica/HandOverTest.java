package org.jobplatform.rest.informatica;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jobplatform.domain.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The hand-over from the monitor to the log while many short runs begin and end. A client that looks into the monitor
 * first must not miss a run in both; one that looks into the log first must not find a run in both.
 */
class HandOverTest {
    private static final int CLIENTS = 4;
    private static final int RUNS_OF_EACH = 75;
    private static final String MONITOR = "/api/v2/activity/activityMonitor";
    private static final String LOG = "/saas/api/v2/activity/activityLog";

    private final InformaticaFixture fixture = new InformaticaFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    @Timeout(120)
    void everyRunShouldBeInExactlyOneOfMonitorAndLogWhileManyEnd() throws Exception {
        List<Integer> runs = new ArrayList<>();
        for (int run = 0; run < CLIENTS * RUNS_OF_EACH; run++) {
            runs.add(fixture.start(InformaticaFixture.MAPPING, "MTT"));
        }
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                List<Integer> own = runs.subList(client * RUNS_OF_EACH, (client + 1) * RUNS_OF_EACH);
                // The client asks about a run at the moment at which another thread lets it end.
                all.add(clients.submit(
                        () -> own.forEach(run -> fixture.platform.end(run, context -> new RunOutcome.Completed()))));
                all.add(clients.submit(() -> own.forEach(this::followToTheLog)));
            }
            for (Future<?> one : all) {
                one.get(100, TimeUnit.SECONDS);
            }
        }
        assertThat(fixture.get(MONITOR).body()).isEmpty();
        assertThat(fixture.get(LOG + "?rowLimit=1000").body()).hasSize(runs.size());
    }

    private void followToTheLog(int run) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        boolean logged = false;
        while (!logged) {
            assertThat(System.nanoTime() - deadline)
                    .as("run %d never ended", run)
                    .isNegative();
            boolean first = isIn(LOG, run);
            boolean monitored = isIn(MONITOR, run);
            logged = isIn(LOG, run);
            assertThat(first && monitored)
                    .as("run %d in the log, then in the monitor", run)
                    .isFalse();
            assertThat(monitored || logged)
                    .as("run %d in the monitor, then in the log", run)
                    .isTrue();
        }
    }

    private boolean isIn(String list, int run) {
        JsonNode found = fixture.get(list + "?runId=" + run).body();
        assertThat(found.isArray() && found.size() < 2).as(found.toString()).isTrue();
        return found.size() == 1;
    }
}
