package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jobplatform.rest.json.JsonRules;
import org.junit.jupiter.api.Test;

class RestServerTest {
    @Test
    void requestUnderWayShouldEndWhenTheServerStops() throws Exception {
        Slow slow = new Slow();
        RestServer server =
                new RestServer(RestServerSettings.standard("127.0.0.1", 0, Set.of()), List.of(), List.of(slow));
        server.start();
        try (RawHttp idle = new RawHttp(server.address());
                RawHttp raw = new RawHttp(server.address())) {
            raw.send("GET /slow HTTP/1.0\r\n\r\n");
            assertThat(slow.entered.await(20, TimeUnit.SECONDS)).isTrue();
            Thread stopping = Thread.ofVirtual().start(() -> server.stop(Duration.ofSeconds(20)));
            slow.released.countDown();
            assertThat(raw.readAll()).contains(" 200 ").endsWith("true for 127.0.0.1");
            assertThat(stopping.join(Duration.ofSeconds(20))).isTrue();
            assertThat(idle.readAll()).isEmpty();
        }
        assertThatThrownBy(() -> RawHttp.say(server.address(), "GET /slow HTTP/1.0\r\n\r\n"))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void settingsThatMakeNoServerShouldAllBeNamed() {
        assertThatThrownBy(() -> new RestServerSettings(
                        " ",
                        65_536,
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Optional.empty(),
                        RestServerSettings.Limits.STANDARD,
                        Duration.ZERO,
                        Duration.ZERO))
                .hasMessageContainingAll("host", "port", "allowedHosts", "idleTimeout", "bodyDeadline");
    }

    @Test
    void dialectsShouldNotShareAPrefix() {
        ServedDialect one = new ServedDialect("one", List.of("/a"), new PlainText(), JsonRules.STRICT);
        assertThatThrownBy(() -> new ServedDialects(List.of(one, one))).hasMessageContaining("/a");
    }

    @Test
    void componentsShouldNotShareAClass() {
        RestServerSettings settings = RestServerSettings.standard("127.0.0.1", 0, Set.of());
        assertThatThrownBy(() -> new RestServer(settings, List.of(), List.of(new Slow(), new Slow())))
                .hasMessageContaining("Slow");
    }
}
