package org.jobplatform.rest.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.rest.json.JsonRules;

/** Servers on a free port with the echo resources. */
final class TestServers {
    private TestServers() {}

    static RestServer start(RestServerSettings settings) {
        RestServer server = new RestServer(
                settings,
                List.of(
                        new ServedDialect(
                                "native",
                                List.of("/platform/v1"),
                                new ProblemDetails(failure -> failure instanceof UnsupportedOperationException
                                        ? Optional.of(Refusal.later(429, "The queue is full.", Duration.ofSeconds(7)))
                                        : Optional.empty()),
                                JsonRules.STRICT),
                        new ServedDialect(
                                "old",
                                List.of("/old/api"),
                                answer -> new ErrorBody(
                                        answer.status(), "text/old", "OLD " + answer.status() + " " + answer.message()),
                                JsonRules.TRAILING_COMMA)),
                List.of(new Echo.Native(), new Echo.Old()));
        server.start();
        return server;
    }

    static RestServer standard() {
        return start(RestServerSettings.standard("127.0.0.1", 0, Set.of()));
    }

    static RestServer with(RestServerSettings.Limits limits, Duration idle, Duration body) {
        return start(new RestServerSettings(
                "127.0.0.1",
                0,
                Set.of("localhost", "127.0.0.1"),
                Set.of(),
                List.of(),
                Optional.empty(),
                limits,
                idle,
                body));
    }
}
