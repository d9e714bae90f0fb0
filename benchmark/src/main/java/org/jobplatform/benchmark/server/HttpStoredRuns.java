package org.jobplatform.benchmark.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jobplatform.benchmark.http.Api;
import org.jobplatform.benchmark.http.Request;
import org.jobplatform.benchmark.http.WallClock;

/** Asks the server, where nobody else can read its database. Times are to the millisecond. */
final class HttpStoredRuns implements StoredRuns {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNFINISHED = "&state=QUEUED,STARTING,RUNNING,PAUSED,STOPPING&limit=1";

    private final Api api;
    private final Request requests;

    HttpStoredRuns(InetSocketAddress server) {
        this.api = new Api(server);
        this.requests = new Request(server, ServerProcess.KEY);
    }

    @Override
    public boolean isAnyUnfinished(String job) {
        return !page(job, UNFINISHED).get("runs").isEmpty();
    }

    @Override
    public List<StoredRun> of(String job) {
        List<StoredRun> runs = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = page(job, "&limit=1000" + cursor);
            page.get("runs").forEach(run -> runs.add(read(run)));
            if (!page.has("next")) {
                return runs;
            }
            cursor = "&cursor=" + page.get("next").textValue();
        }
    }

    private JsonNode page(String job, String query) {
        try {
            return JSON.readTree(api.call(requests.get("/platform/v1/runs?job=" + job + query)));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static StoredRun read(JsonNode run) {
        return new StoredRun(
                run.get("id").textValue(),
                run.get("state").textValue(),
                micros(run, "createdAt"),
                micros(run, "startedAt"),
                micros(run, "endedAt"));
    }

    private static long micros(JsonNode run, String field) {
        return run.has(field) ? WallClock.micros(Instant.parse(run.get(field).textValue())) : 0;
    }

    @Override
    public void close() {
        api.close();
    }
}
