package org.jobplatform.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that says every byte back, behind a proxy. */
@Timeout(30)
final class ChaosProxyTest {
    private ServerSocket server = new ServerSocket();
    private ChaosProxy proxy;
    private Socket client;

    ChaosProxyTest() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        proxy = new ChaosProxy(server.getLocalPort());
        client = new Socket();
    }

    private void echo() {
        try {
            while (true) {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (caller) {
                        caller.getInputStream().transferTo(caller.getOutputStream());
                    } catch (IOException cut) {
                        return;
                    }
                });
            }
        } catch (IOException closed) {
            return;
        }
    }

    @BeforeEach
    void connect() throws IOException {
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(400);
        assertThat(answer("x")).isEqualTo("x");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        server.close();
    }

    @Test
    void bytesShouldArriveLaterWhenTheCableWasCutForAWhile() throws IOException {
        proxy.set(Mode.BLACK_HOLE);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> answer("held"));

        proxy.set(Mode.PASS);

        assertThat(read(4)).isEqualTo("held");
    }

    @Test
    void connectionShouldBeResetWhenThatIsAskedFor() {
        proxy.set(Mode.RESET);

        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> {
            while (true) {
                answer("x");
            }
        });
    }

    @Test
    void fifthAnswerToACommitShouldBeDroppedWithItsConnection() throws IOException {
        proxy.set(Mode.DROP_COMMIT);
        for (int commit = 0; commit < 4; commit++) {
            assertThat(answer("COMMIT\0")).isEqualTo("COMMIT\0");
        }

        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> answer("COMMIT\0"));
        assertThat(proxy.dropped()).isEqualTo(1);
    }

    private String answer(String said) throws IOException {
        client.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
        return read(said.length());
    }

    private String read(int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
