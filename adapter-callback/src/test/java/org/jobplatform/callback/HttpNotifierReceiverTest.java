package org.jobplatform.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.callback.ScriptedReceiver.answering;
import static org.jobplatform.callback.ScriptedReceiver.dripping;
import static org.jobplatform.callback.ScriptedReceiver.flooding;
import static org.jobplatform.callback.ScriptedReceiver.silent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jobplatform.callback.ScriptedReceiver.Script;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.callback.DeliveryResult.Confirmed;
import org.jobplatform.domain.callback.DeliveryResult.Unreachable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@link HttpNotifier} fares with receivers that are broken or mean. */
@Timeout(25)
final class HttpNotifierReceiverTest {

    private static final String LATE = "no answer within 1 s";
    private static final String INVALID = "the answer is not valid HTTP";
    private static final String CLOSED = "connection closed without an answer";

    static Stream<Arguments> endless() {
        return Stream.of(
                receiver("says nothing", silent(), new Unreachable(LATE)),
                receiver("drips its status line", dripping("", "H"), new Unreachable(LATE)),
                receiver("drips its header", dripping("HTTP/1.1 200 OK\r\n", "X-A: b\r\n"), new Unreachable(LATE)),
                receiver("drips interim answers", dripping("", "HTTP/1.1 102 Wait\r\n\r\n"), new Unreachable(LATE)),
                receiver("drips its body", dripping("HTTP/1.1 200 OK\r\n\r\n", "x"), new Confirmed(200)));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void receiverShouldBeLeftWhenTheTimeIsOver(Script script, DeliveryResult expected) throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver(script);
                HttpNotifier notifier = Deliveries.notifier(Deliveries.HASTY)) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url()))).isEqualTo(expected);

            assertThat(receiver.ended(1)).isTrue();
            Deliveries.assertThatNothingIsLeftOpen(notifier);
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                receiver("closes", answering(""), new Unreachable(CLOSED)),
                receiver("closes amid its header", answering("HTTP/1.1 200 OK\r\nX-A: b"), ok()),
                receiver("closes amid its status", answering("HTTP/1.1 20"), new Unreachable(INVALID)),
                receiver("has an odd status", answering("HTTP/1.1 700 OK\r\n\r\n"), new Unreachable(INVALID)),
                receiver("closes amid its body", answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"), ok()),
                receiver("resets", HttpNotifierReceiverTest::reset, new Unreachable("connection reset")),
                receiver("speaks SSH", answering("SSH-2.0-OpenSSH_9\r\n\r\n"), new Unreachable(INVALID)),
                receiver("has no status", answering("HTTP/1.1 x OK\r\n\r\n"), new Unreachable(INVALID)),
                receiver("has an endless line", flooding("HTTP/1.1 200 OK\r\nX: ", "x"), new Unreachable(INVALID)),
                receiver("has endless fields", flooding("HTTP/1.1 200 OK\r\n", "X: x\r\n"), new Unreachable(INVALID)),
                receiver(
                        "has endless interim answers",
                        flooding("", "HTTP/1.1 100 Continue\r\n\r\n"),
                        new Unreachable("the answer is too long")),
                receiver(
                        "is early once",
                        answering("HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
                        ok()),
                receiver("has an endless body", flooding("HTTP/1.1 200 OK\r\n\r\n", "x"), ok()),
                receiver(
                        "has a huge body",
                        flooding("HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n", "x"),
                        ok()),
                receiver(
                        "has endless chunks",
                        flooding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
                        ok()),
                receiver("sends a gzip bomb", HttpNotifierReceiverTest::gzipBomb, ok()),
                receiver("is old", answering("HTTP/1.0 200 OK\r\n\r\nfine"), ok()));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void receiverShouldBeLeftAtOnceWhenItsAnswerIsClear(Script script, DeliveryResult expected) throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver(script);
                HttpNotifier notifier = Deliveries.notifier(HttpNotifierSettings.DEFAULT)) {
            assertThat(notifier.deliver(Deliveries.to(receiver.url()))).isEqualTo(expected);

            assertThat(receiver.ended(1)).isTrue();
            assertThat(receiver.connections()).isEqualTo(1);
            Deliveries.assertThatNothingIsLeftOpen(notifier);
        }
    }

    @Test
    void receiverShouldBeUnreachableWhenItRefusesConnections() throws IOException {
        String url;
        try (ScriptedReceiver receiver = new ScriptedReceiver(silent())) {
            url = receiver.url();
        }
        try (HttpNotifier notifier = Deliveries.notifier(HttpNotifierSettings.DEFAULT)) {
            assertThat(notifier.deliver(Deliveries.to(url))).isEqualTo(new Unreachable("connection refused"));
            Deliveries.assertThatNothingIsLeftOpen(notifier);
        }
    }

    @Test
    void receiverShouldBeUnreachableWhenItAcceptsNoConnection() throws IOException {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, Deliveries.address("127.0.0.1"));
                HttpNotifier notifier = Deliveries.notifier(Deliveries.HASTY)) {
            fill(server, queue);

            DeliveryResult result = notifier.deliver(Deliveries.to("http://127.0.0.1:" + server.getLocalPort() + "/"));

            assertThat(result).isIn(new Unreachable(LATE), new Unreachable("connecting took too long"));
            Deliveries.assertThatNothingIsLeftOpen(notifier);
        } finally {
            for (Socket waiting : queue) {
                waiting.close();
            }
        }
    }

    @Test
    void connectionsShouldBeClosedWhenDeliveriesAreInterruptedAtAnyMoment() throws Exception {
        try (ScriptedReceiver receiver = new ScriptedReceiver(silent());
                HttpNotifier notifier = Deliveries.notifier(Deliveries.HASTY)) {
            Random moments = new Random(42);
            for (int i = 0; i < 300; i++) {
                Thread delivering = Thread.ofVirtual().start(() -> notifier.deliver(Deliveries.to(receiver.url())));
                LockSupport.parkNanos(moments.nextInt(3_000_000));
                delivering.interrupt();
                delivering.join();
            }

            assertThat(receiver.connections()).isPositive();
            Deliveries.assertThatNothingIsLeftOpen(notifier);
            assertThat(receiver.allEnded()).isTrue();
        }
    }

    private static void fill(ServerSocket server, List<Socket> queue) throws IOException {
        try {
            for (int i = 0; i < 64; i++) {
                Socket socket = new Socket();
                queue.add(socket);
                socket.connect(server.getLocalSocketAddress(), 300);
            }
        } catch (SocketTimeoutException full) {
            return;
        }
        throw new AssertionError("the queue of " + (InetSocketAddress) server.getLocalSocketAddress() + " never fills");
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void gzipBomb(Socket socket) throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 40; megabyte++) {
                zipped.write(zeros);
            }
        }
        OutputStream out = socket.getOutputStream();
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        bomb.writeTo(out);
    }

    private static Confirmed ok() {
        return new Confirmed(200);
    }

    private static Arguments receiver(String name, Script script, DeliveryResult expected) {
        return Arguments.of(Named.of(name, script), expected);
    }
}
