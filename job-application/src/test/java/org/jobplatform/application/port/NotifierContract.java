package org.jobplatform.application.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NOW;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link Notifier} keeps to, against receivers on this machine. */
public interface NotifierContract {
    /** A notifier that may call 127.0.0.1. */
    Notifier notifier();

    @Test
    default void deliverShouldSendExactlyTheBodyAndItsMediaType() throws IOException {
        try (CallbackReceiver receiver = CallbackReceiver.answering(200)) {
            Delivery delivery = delivery(receiver.url("/done?run=%20a"), DeliveryPolicy.NATIVE);

            notifier().deliver(delivery);

            assertThat(receiver.received()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.target()).isEqualTo("/done?run=%20a");
                assertThat(request.mediaType()).startsWith(delivery.body().mediaType());
                assertThat(request.body()).isEqualTo(delivery.body().text());
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INFORMATICA_CURRENT, 200, true",
        "INFORMATICA_CURRENT, 204, false",
        "INFORMATICA_CLASSIC, 200, true",
        "INFORMATICA_CLASSIC, 201, false",
        "NATIVE, 200, true",
        "NATIVE, 204, true",
        "NATIVE, 404, false",
        "NATIVE, 410, false",
        "NATIVE, 500, false",
        "INFORMATICA_CURRENT, 500, false"
    })
    default void answerShouldConfirmWhenItIsWhatTheDialectWants(DeliveryPolicy policy, int status, boolean confirmed)
            throws IOException {
        try (CallbackReceiver receiver = CallbackReceiver.answering(status)) {
            assertThat(notifier().deliver(delivery(receiver.url("/"), policy)))
                    .isEqualTo(
                            confirmed
                                    ? new DeliveryResult.Confirmed(status)
                                    : new DeliveryResult.Rejected(status, Optional.empty()));
        }
    }

    @Test
    default void rejectionShouldCarryTheWaitTheReceiverAsksFor() throws IOException {
        try (CallbackReceiver receiver = CallbackReceiver.answering(503, Map.of("Retry-After", "120"))) {
            assertThat(notifier().deliver(delivery(receiver.url("/"), DeliveryPolicy.NATIVE)))
                    .isEqualTo(new DeliveryResult.Rejected(503, Optional.of(Duration.ofMinutes(2))));
        }
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "99999999999999999999", "''"})
    default void rejectionShouldAskForNoWaitWhenTheReceiverWritesNonsense(String retryAfter) throws IOException {
        try (CallbackReceiver receiver = CallbackReceiver.answering(503, Map.of("Retry-After", retryAfter))) {
            assertThat(notifier().deliver(delivery(receiver.url("/"), DeliveryPolicy.NATIVE)))
                    .isEqualTo(new DeliveryResult.Rejected(503, Optional.empty()));
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    default void redirectShouldBeARejectionAndNotBeFollowed(int status) throws IOException {
        try (CallbackReceiver elsewhere = CallbackReceiver.answering(200);
                CallbackReceiver receiver = CallbackReceiver.answering(
                        status, Map.of("Location", elsewhere.url("/").toString()))) {
            assertThat(notifier().deliver(delivery(receiver.url("/"), DeliveryPolicy.NATIVE)))
                    .isEqualTo(new DeliveryResult.Rejected(status, Optional.empty()));
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    default void receiverShouldBeUnreachableWhenNobodyListens() throws IOException {
        String url;
        try (CallbackReceiver gone = CallbackReceiver.answering(200)) {
            url = gone.url("/");
        }

        assertUnreachable(url);
    }

    @Test
    default void receiverShouldBeUnreachableWhenItClosesWithoutAnAnswer() throws IOException {
        try (RawReceiver receiver = new RawReceiver("")) {
            assertUnreachable(receiver.url());
        }
    }

    @Test
    default void receiverShouldBeUnreachableWhenItDoesNotSpeakHttp() throws IOException {
        try (RawReceiver receiver = new RawReceiver("220 mail.example ESMTP\r\n\r\n")) {
            assertUnreachable(receiver.url());
        }
    }

    @Test
    default void receiverShouldBeUnreachableWhenItCannotBeFound() {
        DeliveryResult result = notifier().deliver(delivery("http://receiver.invalid/", DeliveryPolicy.NATIVE));

        assertThat(result).isInstanceOfAny(DeliveryResult.Unreachable.class, DeliveryResult.Blocked.class);
    }

    @Test
    default void deliverShouldReturnWhenTheAnswerNeverEnds() throws IOException {
        AtomicLong sent = new AtomicLong();
        long most = 64L << 20;
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[8_192];
            try (OutputStream answer = exchange.getResponseBody()) {
                while (sent.get() < most) {
                    answer.write(part);
                    sent.addAndGet(part.length);
                }
            } finally {
                hungUp.complete(null);
            }
        });
        receiver.start();
        try {
            notifier()
                    .deliver(delivery(
                            "http://127.0.0.1:" + receiver.getAddress().getPort() + "/", DeliveryPolicy.NATIVE));

            hungUp.join();
            assertThat(sent).hasValueLessThan(most);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    default void deliveriesShouldNotDisturbEachOtherWhenTheyShareTheNotifier() throws IOException {
        try (CallbackReceiver good = CallbackReceiver.answering(200);
                CallbackReceiver bad = CallbackReceiver.answering(500)) {
            AtomicInteger wrong = new AtomicInteger();

            Race<DeliveryResult> race = Race.among(16, (number, line) -> {
                boolean confirmed = number % 2 == 0;
                Delivery mine = delivery(confirmed ? good.url("/") : bad.url("/"), DeliveryPolicy.NATIVE);
                line.cross();
                DeliveryResult result = notifier().deliver(mine);
                if (confirmed != result instanceof DeliveryResult.Confirmed) {
                    wrong.incrementAndGet();
                }
                return result;
            });

            assertThat(race.losses()).isEmpty();
            assertThat(wrong).hasValue(0);
            assertThat(List.of(good.received().size(), bad.received().size())).containsExactly(8, 8);
        }
    }

    private void assertUnreachable(String url) {
        assertThat(notifier().deliver(delivery(url, DeliveryPolicy.NATIVE)))
                .isInstanceOfSatisfying(
                        DeliveryResult.Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).isNotBlank());
    }

    private static Delivery delivery(String url, DeliveryPolicy policy) {
        Run run = StartExample.of(JobExamples.job("job"), "run").build().waiting(new RunNumber(1));
        return RunExamples.delivery(run, "delivery", 1, url, policy, NOW);
    }

    /** A receiver that reads a little, writes a text that need not be HTTP, and hangs up. */
    final class RawReceiver implements AutoCloseable {
        private final ServerSocket socket;

        RawReceiver(String answer) throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(socket, answer));
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private static void serve(ServerSocket socket, String answer) {
            while (!socket.isClosed()) {
                try (Socket caller = socket.accept()) {
                    int read = caller.getInputStream().read(new byte[65_536]);
                    if (read > 0) {
                        caller.getOutputStream().write(answer.getBytes(UTF_8));
                    }
                } catch (IOException e) {
                    // The caller hung up, or the test is over: either way there is nobody to answer.
                }
            }
        }
    }
}
