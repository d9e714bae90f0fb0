package org.jobplatform.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.callback.ScriptedReceiver.status;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jobplatform.domain.callback.DeliveryResult.Blocked;
import org.jobplatform.domain.callback.DeliveryResult.Confirmed;
import org.jobplatform.domain.callback.DeliveryResult.Unreachable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses {@link HttpNotifier} connects to. Here 127.0.0.1 is allowed and 127.0.0.2 is not. */
@Timeout(25)
final class HttpNotifierEgressTest {

    private static final InetAddress ALLOWED = Deliveries.address("127.0.0.1");
    private static final InetAddress FORBIDDEN = Deliveries.address("127.0.0.2");

    private final ScriptedReceiver receiver = new ScriptedReceiver(status(200));
    private ScriptedReceiver trap;

    @BeforeEach
    void listenAtForbiddenAddress() {
        trap = new ScriptedReceiver("127.0.0.2", receiver.port(), status(200));
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
        trap.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "[::1]", "[::ffff:127.0.0.2]", "2130706434", "0"})
    void literalShouldBeBlockedWhenTheGuardRefusesIt(String host) {
        try (HttpNotifier notifier = Deliveries.notifier(HttpNotifierSettings.DEFAULT)) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url(host, "/")))).isInstanceOf(Blocked.class);
            assertThat(trap.connections()).isZero();
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void nameShouldBeBlockedWhenItResolvesToAForbiddenAddress() {
        try (HttpNotifier notifier = Deliveries.resolving(name -> List.of(FORBIDDEN))) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url("name.example", "/"))))
                    .isEqualTo(new Blocked("the host name.example resolves to a loopback address"));
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void nameShouldBeBlockedWhenOnlyOneOfItsAddressesIsAllowed() {
        try (HttpNotifier notifier = Deliveries.resolving(name -> List.of(ALLOWED, FORBIDDEN))) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url("name.example", "/"))))
                    .isInstanceOf(Blocked.class);
            assertThat(receiver.connections()).isZero();
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void nameShouldBeResolvedOnceWhenItIsAboutToBeRebound() throws Exception {
        Queue<InetAddress> rebinding = new ArrayDeque<>(List.of(ALLOWED, FORBIDDEN));
        try (HttpNotifier notifier = Deliveries.resolving(name -> List.of(rebinding.remove()))) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url("name.example", "/"))))
                    .isEqualTo(new Confirmed(200));
            assertThat(receiver.nextRequest().all("host")).containsExactly("name.example:" + receiver.port());
            assertThat(rebinding).containsExactly(FORBIDDEN);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void nextDeliveryShouldBeBlockedWhenTheNameHasBeenRebound() {
        Queue<InetAddress> rebinding = new ArrayDeque<>(List.of(ALLOWED, FORBIDDEN));
        try (HttpNotifier notifier = Deliveries.resolving(name -> List.of(rebinding.remove()))) {
            notifier.deliver(Deliveries.to(receiver.url("name.example", "/")));

            assertThat(notifier.deliver(Deliveries.to(receiver.url("name.example", "/"))))
                    .isInstanceOf(Blocked.class);
            assertThat(receiver.connections()).isEqualTo(1);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void nextAddressShouldBeTriedWhenTheFirstRefusesConnections() {
        HostResolver resolver = name -> List.of(Deliveries.address("127.0.0.3"), ALLOWED);
        try (HttpNotifier notifier = new HttpNotifier(
                Deliveries.guardAllowing("127.0.0.1", "127.0.0.3"),
                resolver,
                Deliveries.secrets(),
                Deliveries.CLOCK,
                HttpNotifierSettings.DEFAULT)) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url("name.example", "/"))))
                    .isEqualTo(new Confirmed(200));
        }
    }

    @Test
    void nextAddressShouldNotBeTriedWhenTheFirstHasAnsweredNothing() throws Exception {
        HostResolver resolver = name -> List.of(Deliveries.address("127.0.0.3"), ALLOWED);
        try (ScriptedReceiver mute =
                        new ScriptedReceiver("127.0.0.3", receiver.port(), ScriptedReceiver.answering(""));
                HttpNotifier notifier = new HttpNotifier(
                        Deliveries.guardAllowing("127.0.0.1", "127.0.0.3"),
                        resolver,
                        Deliveries.secrets(),
                        Deliveries.CLOCK,
                        HttpNotifierSettings.DEFAULT)) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url("name.example", "/"))))
                    .isInstanceOf(Unreachable.class);
            assertThat(mute.connections()).isEqualTo(1);
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void deliveryShouldBeBlockedWithoutResolvingWhenThePortIsForbidden() {
        try (HttpNotifier notifier = Deliveries.notifier(HttpNotifierSettings.DEFAULT)) {
            assertThat(notifier.deliver(Deliveries.to("http://name.example:22/")))
                    .isInstanceOf(Blocked.class);
        }
    }

    @Test
    void deliveryShouldBeUnreachableWhenTheNameIsUnknown() {
        HostResolver resolver = name -> {
            throw new UnknownHostException(name);
        };
        try (HttpNotifier notifier = Deliveries.resolving(resolver)) {
            assertThat(notifier.deliver(Deliveries.to("http://name.example/")))
                    .isEqualTo(new Unreachable("the host name does not resolve"));
        }
    }

    @Test
    void deliveryShouldBeUnreachableWhenTheNameHasNoAddress() {
        try (HttpNotifier notifier = Deliveries.resolving(name -> List.of())) {
            assertThat(notifier.deliver(Deliveries.to("http://name.example/")))
                    .isEqualTo(new Unreachable("the host name does not resolve"));
        }
    }

    @Test
    void deliveryShouldBeUnreachableWhenTheResolverHangs() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        HostResolver resolver = name -> {
            try {
                new CountDownLatch(1).await();
                return List.of();
            } catch (InterruptedException givenUp) {
                interrupted.countDown();
                throw new UnknownHostException(name);
            }
        };
        try (HttpNotifier notifier = new HttpNotifier(
                Deliveries.guardAllowing("127.0.0.1"),
                resolver,
                Deliveries.secrets(),
                Deliveries.CLOCK,
                Deliveries.HASTY)) {
            assertThat(notifier.deliver(Deliveries.to("http://name.example/")))
                    .isEqualTo(new Unreachable("the host name did not resolve in time"));
            assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
