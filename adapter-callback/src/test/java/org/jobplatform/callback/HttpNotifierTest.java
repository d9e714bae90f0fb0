package org.jobplatform.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobplatform.callback.ScriptedReceiver.answering;
import static org.jobplatform.callback.ScriptedReceiver.silent;
import static org.jobplatform.callback.ScriptedReceiver.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jobplatform.application.execution.SigningSecrets;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.application.port.NotifierContract;
import org.jobplatform.application.port.SigningSecretStore;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.callback.DeliveryResult.Confirmed;
import org.jobplatform.domain.callback.DeliveryResult.Rejected;
import org.jobplatform.domain.callback.DeliveryResult.Unreachable;
import org.jobplatform.domain.callback.ProjectSecrets;
import org.jobplatform.domain.job.ProjectPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(25)
final class HttpNotifierTest implements NotifierContract {

    private final SigningSecrets secrets = Deliveries.secrets();
    private final HttpNotifier notifier = new HttpNotifier(
            Deliveries.guardAllowing("127.0.0.1"),
            Deliveries.NO_NAMES,
            secrets,
            Deliveries.CLOCK,
            HttpNotifierSettings.DEFAULT);

    @Override
    public Notifier notifier() {
        return notifier;
    }

    @AfterEach
    void close() {
        notifier.close();
    }

    @Test
    void requestShouldCarryTheBodyUnchangedWhenItIsNotAscii() throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver(status(200))) {
            notifier.deliver(Deliveries.to(receiver.url()));

            ReceivedRequest request = receiver.nextRequest();
            assertThat(request.body()).isEqualTo("{\"text\":\"grün €\"}");
            assertThat(request.all("content-type")).containsExactly("application/json;charset=UTF-8");
            assertThat(request.all("content-length")).containsExactly("20");
            assertThat(request.all("transfer-encoding")).isEmpty();
        }
    }

    @Test
    void requestShouldNameItselfAndTheDeliveryAndItsSignatureAndNothingElse() throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver(status(200))) {
            notifier.deliver(Deliveries.to(receiver.url("127.0.0.1", "//a%20b/?x=1&y=%2F")));

            ReceivedRequest request = receiver.nextRequest();
            assertThat(request.line()).isEqualTo("POST //a%20b/?x=1&y=%2F HTTP/1.1");
            assertThat(request.fields())
                    .containsExactlyInAnyOrder(
                            "Host: 127.0.0.1:" + receiver.port(),
                            "Content-Type: application/json;charset=UTF-8",
                            "Content-Length: 20",
                            "User-Agent: Job-Platform",
                            "Connection: close",
                            "webhook-id: delivery-1",
                            "webhook-timestamp: " + Deliveries.NOW.getEpochSecond(),
                            "webhook-signature: " + signature(secrets.current(ProjectPath.DEFAULT)));
        }
    }

    @Test
    void requestShouldBeSignedTwiceWhenTheSecretIsBeingRotated() throws Exception {
        ProjectSecrets first = secrets.current(ProjectPath.DEFAULT);
        ProjectSecrets rotated = secrets.save(first.rotated(secrets.next(), Deliveries.NOW));
        try (ScriptedReceiver receiver = new ScriptedReceiver(status(200))) {
            notifier.deliver(Deliveries.to(receiver.url()));

            assertThat(receiver.nextRequest().all("webhook-signature"))
                    .containsExactly(signature(rotated) + " " + signature(first));
        }
    }

    @Test
    void nothingShouldBeSentWhenTheSecretsAreOutOfReach() throws IOException {
        SigningSecretStore broken = new SigningSecretStore() {
            @Override
            public Optional<ProjectSecrets> find(ProjectPath project) {
                throw new StorageUnavailable("finding secrets", new IllegalStateException());
            }

            @Override
            public ProjectSecrets save(ProjectSecrets changed) {
                throw new IllegalStateException();
            }
        };
        try (ScriptedReceiver receiver = new ScriptedReceiver(status(200));
                HttpNotifier unsigned = new HttpNotifier(
                        Deliveries.guardAllowing("127.0.0.1"),
                        Deliveries.NO_NAMES,
                        Deliveries.secrets(broken),
                        Deliveries.CLOCK,
                        HttpNotifierSettings.DEFAULT)) {
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> unsigned.deliver(Deliveries.to(receiver.url())));
            assertThat(receiver.connections()).isZero();
        }
    }

    /** By the current secret alone. */
    private static String signature(ProjectSecrets by) {
        byte[] body = "{\"text\":\"grün €\"}".getBytes(StandardCharsets.UTF_8);
        return WebhookSignature.of(List.of(by.current()), "delivery-1", Deliveries.NOW.getEpochSecond(), body);
    }

    @ParameterizedTest
    @CsvSource({
        "INFORMATICA_CURRENT, 200, true",
        "INFORMATICA_CURRENT, 201, false",
        "INFORMATICA_CURRENT, 204, false",
        "INFORMATICA_CLASSIC, 202, false",
        "NATIVE, 200, true",
        "NATIVE, 201, true",
        "NATIVE, 204, true",
        "NATIVE, 300, false",
        "NATIVE, 304, false",
        "NATIVE, 410, false",
        "NATIVE, 500, false"
    })
    void answerShouldBeJudgedByThePolicyOfTheDelivery(DeliveryPolicy policy, int status, boolean confirmed)
            throws IOException {
        try (ScriptedReceiver receiver = new ScriptedReceiver(status(status))) {
            DeliveryResult result = notifier.deliver(Deliveries.to(receiver.url(), policy));

            assertThat(result).isEqualTo(confirmed ? new Confirmed(status) : new Rejected(status, Optional.empty()));
        }
    }

    @Test
    void rejectionShouldCarryTheWaitWhenTheReceiverNamesADate() throws IOException {
        try (ScriptedReceiver receiver = new ScriptedReceiver(answering(
                "HTTP/1.1 503 Busy\r\nRetry-After: Sun, 01 Mar 2026 12:02:00 GMT\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url())))
                    .isEqualTo(new Rejected(503, Optional.of(Duration.ofMinutes(2))));
        }
    }

    @Test
    void unavailableReceiverShouldBeAskedOnceWhenItNamesAWait() throws IOException {
        try (ScriptedReceiver receiver =
                new ScriptedReceiver(answering("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"))) {
            notifier.deliver(Deliveries.to(receiver.url()));

            assertThat(receiver.connections()).isEqualTo(1);
            assertThat(receiver.requestsLeft()).isEqualTo(1);
        }
    }

    @Test
    void challengeShouldNotBeAnsweredWhenTheReceiverWantsCredentials() throws IOException {
        try (ScriptedReceiver receiver = new ScriptedReceiver(
                answering("HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url()))).isEqualTo(new Rejected(401, Optional.empty()));
            assertThat(receiver.requestsLeft()).isEqualTo(1);
        }
    }

    @Test
    void redirectShouldBeARejectionWhenItLeadsElsewhere() throws IOException {
        try (ScriptedReceiver elsewhere = new ScriptedReceiver(status(200));
                ScriptedReceiver receiver = new ScriptedReceiver(answering(
                        "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url() + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url()))).isEqualTo(new Rejected(302, Optional.empty()));
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void nextDeliveryShouldHaveItsOwnConnectionAndNoCookieWhenTheReceiverKeepsTheFirst() throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver(socket -> {
            ScriptedReceiver.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n");
            ScriptedReceiver.awaitPeerLeft(socket);
        })) {
            notifier.deliver(Deliveries.to(receiver.url()));
            notifier.deliver(Deliveries.to(receiver.url()));

            assertThat(receiver.connections()).isEqualTo(2);
            assertThat(receiver.nextRequest().all("cookie")).isEmpty();
            assertThat(receiver.nextRequest().all("cookie")).isEmpty();
            assertThat(receiver.ended(2)).isTrue();
        }
    }

    @Test
    void otherReceiversShouldBeServedWhenOneHoldsHundredsOfConnections() throws Exception {
        try (ScriptedReceiver hanging = new ScriptedReceiver(silent());
                ScriptedReceiver healthy = new ScriptedReceiver(status(200));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<DeliveryResult>> held = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                held.add(threads.submit(() -> notifier.deliver(Deliveries.to(hanging.url()))));
            }
            for (int i = 0; i < 300; i++) {
                hanging.nextRequest();
            }

            assertThat(notifier.deliver(Deliveries.to(healthy.url()))).isEqualTo(new Confirmed(200));
            assertThat(held).noneMatch(Future::isDone);
            notifier.close();
        }
    }

    @Test
    void deliveryShouldEndAndLeaveTheInterruptWhenItsThreadIsInterrupted() throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver(silent())) {
            CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread thread = Thread.ofVirtual().start(() -> {
                result.complete(notifier.deliver(Deliveries.to(receiver.url())));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            receiver.nextRequest();
            thread.interrupt();

            assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo(new Unreachable("interrupted"));
            assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(receiver.ended(1)).isTrue();
        }
    }

    @Test
    void deliveryShouldEndWhenTheNotifierIsClosed() throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver(silent());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<DeliveryResult> delivery = threads.submit(() -> notifier.deliver(Deliveries.to(receiver.url())));
            receiver.nextRequest();
            notifier.close();

            assertThat(delivery.get(15, TimeUnit.SECONDS)).isInstanceOf(Unreachable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "name.example"})
    void deliveryShouldBeUnreachableWhenTheNotifierIsClosedAlready(String host) {
        notifier.close();

        assertThat(notifier.deliver(Deliveries.to("http://" + host + ":8080/"))).isInstanceOf(Unreachable.class);
    }
}
