package org.jobplatform.benchmark.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jobplatform.benchmark.http.Api;
import org.jobplatform.benchmark.http.WallClock;
import org.jobplatform.benchmark.server.ServerProcess;

/** How long one caller waits for lists of runs, page by page and filter by filter. */
public final class Reads {
    private static final String RUNS = "/platform/v1/runs?";
    private static final int DEEP = 20;
    private static final int WARM_UP = 5;
    private static final long ENOUGH_MICROS = 3_000_000;

    private Reads() {}

    /** Each list by what it asks for, in order. */
    public static Map<String, Percentiles> measure(ServerUnderTest server, int times) {
        Map<String, Percentiles> measured = new LinkedHashMap<>();
        lists(server.api(), server).forEach((name, request) -> measured.put(name, times(server.api(), request, times)));
        return measured;
    }

    private static Map<String, byte[]> lists(Api api, ServerUnderTest server) {
        Map<String, byte[]> lists = new LinkedHashMap<>();
        Instant day = Instant.now().minus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        lists.put("no filter", get(server, RUNS));
        lists.put("no filter, 1000 a page", get(server, RUNS + "limit=1000"));
        lists.put("no filter, page " + DEEP, get(server, RUNS + deepCursor(api, server)));
        lists.put("state COMPLETED", get(server, RUNS + "state=COMPLETED"));
        lists.put("state FAILED", get(server, RUNS + "state=FAILED"));
        lists.put("state LOST (none)", get(server, RUNS + "state=LOST"));
        lists.put("state QUEUED,STARTING,RUNNING (none)", get(server, RUNS + "state=QUEUED,STARTING,RUNNING"));
        lists.put("job", get(server, RUNS + "job=history7"));
        lists.put("job and state FAILED", get(server, RUNS + "job=history7&state=FAILED"));
        lists.put("job (no runs)", get(server, RUNS + "job=nowhere"));
        lists.put("project", get(server, RUNS + "project=History/3"));
        lists.put("project (no runs)", get(server, RUNS + "project=Nowhere"));
        lists.put("dialect informatica", get(server, RUNS + "dialect=informatica"));
        lists.put("a day 40 days ago", get(server, RUNS + "from=" + day + "&to=" + day.plus(1, ChronoUnit.DAYS)));
        lists.put("until 40 days ago", get(server, RUNS + "to=" + day));
        lists.put("text in the name", get(server, RUNS + "text=story+7"));
        lists.put("text (nowhere)", get(server, RUNS + "text=nowhere"));
        String session = session(api, server);
        lists.put("informatica activityLog", informatica(server, session, "activityLog"));
        lists.put("informatica activityLog, offset 1000", informatica(server, session, "activityLog?offset=1000"));
        lists.put("informatica activityMonitor", informatica(server, session, "activityMonitor?details=true"));
        return lists;
    }

    private static byte[] get(ServerUnderTest server, String path) {
        return server.requests().get(path);
    }

    private static byte[] informatica(ServerUnderTest server, String session, String list) {
        return server.requests().send("GET", "/saas/api/v2/activity/" + list, "icSessionId: " + session, "");
    }

    private static String session(Api api, ServerUnderTest server) {
        String login = "{\"@type\":\"login\",\"username\":\"admin\",\"password\":\"" + ServerProcess.PASSWORD + "\"}";
        return text(api.call(server.requests().send("POST", "/ma/api/v2/user/login", login)), "icSessionId");
    }

    private static String deepCursor(Api api, ServerUnderTest server) {
        String cursor = "";
        for (int page = 1; page < DEEP; page++) {
            String next = text(api.call(get(server, RUNS + cursor)), "next");
            if (next.isEmpty()) {
                return cursor;
            }
            cursor = "cursor=" + next;
        }
        return cursor;
    }

    private static String text(String json, String field) {
        try {
            return new JsonMapper().readTree(json).path(field).asText("");
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** Fewer times where one takes long; the first few of many do not count. */
    private static Percentiles times(Api api, byte[] request, int times) {
        long[] micros = new long[times + WARM_UP];
        long spent = 0;
        int done = 0;
        while (done < micros.length && (spent < ENOUGH_MICROS || done < 2)) {
            long begin = WallClock.micros();
            api.call(request);
            micros[done] = WallClock.micros() - begin;
            spent += micros[done++];
        }
        return new Percentiles(Arrays.copyOfRange(micros, done > 2 * WARM_UP ? WARM_UP : 0, done));
    }
}
