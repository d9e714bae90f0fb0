package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jobplatform.rest.access.Callers;
import org.jobplatform.rest.server.HeadRequests;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RefusedRequest;

/** The streams of events that are open: so many and no more, all of them until the server stops. */
final class EventStreams {
    /** What streams are served as. */
    static final String MEDIA_TYPE = "text/event-stream";

    private static final Duration LATER = Duration.ofSeconds(30);

    /**
     * How streams are served.
     *
     * @param most open at once
     * @param mostOfOneUser of these
     * @param look how often a stream looks for what is new
     * @param beat longest silence
     * @param proof how often the caller is looked at anew
     */
    record Rules(int most, int mostOfOneUser, Duration look, Duration beat, Duration proof) {
        static final Rules STANDARD =
                new Rules(256, 16, Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofSeconds(10));
    }

    private final Rules rules;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Integer> byUser = new HashMap<>();
    private int open;

    EventStreams(Rules rules) {
        this.rules = rules;
    }

    /**
     * Answers with the events of this source.
     *
     * @throws RefusedRequest when too many streams are open, or the server stops
     */
    Response open(ContainerRequestContext request, EventSource source) {
        Response.ResponseBuilder answer = Response.ok()
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                // For proxies that would gather a page before they pass it on.
                .header("X-Accel-Buffering", "no");
        if (HeadRequests.include(request)) {
            return answer.build();
        }
        String user = Callers.principal(request).userId();
        enter(user);
        return answer.entity(new EventStream(source, Callers.proof(request), rules, closing, () -> leave(user)))
                .build();
    }

    /** How many streams are open. */
    synchronized int count() {
        return open;
    }

    /** Ends every stream; no other begins. */
    void close() {
        closing.countDown();
    }

    private synchronized void enter(String user) {
        if (closing.getCount() == 0) {
            throw new RefusedRequest(Refusal.later(503, "The server is shutting down.", LATER));
        }
        if (open >= rules.most() || byUser.getOrDefault(user, 0) >= rules.mostOfOneUser()) {
            throw new RefusedRequest(Refusal.later(503, "Too many streams are open already.", LATER));
        }
        open++;
        byUser.merge(user, 1, Integer::sum);
    }

    private synchronized void leave(String user) {
        open--;
        byUser.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    }
}
