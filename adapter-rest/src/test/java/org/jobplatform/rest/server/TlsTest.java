package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final String HELLO = "GET /old/api/echo HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    Path folder;

    private Path keystore;
    private TlsKeys keys;
    private RestServer server;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        keystore = Keytool.keystore(folder.resolve("keys"), "PKCS12", "One");
        keys = new TlsKeys(keystore, Files.writeString(folder.resolve("password"), Keytool.PASSWORD));
        server = TestServers.start(settings(Duration.ofSeconds(30)));
    }

    private RestServerSettings settings(Duration idle) {
        return new RestServerSettings(
                "127.0.0.1",
                0,
                Set.of("localhost"),
                Set.of(),
                List.of(),
                Optional.of(keys),
                RestServerSettings.Limits.STANDARD,
                idle,
                Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        server.stop(Duration.ZERO);
    }

    /** A connection that trusts whatever the keystore holds now. */
    private SSLSocket connect() throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket) Keytool.trusting(keystore)
                .getSocketFactory()
                .createSocket("127.0.0.1", server.address().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("hello null null") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after " + answer);
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    private static Certificate shown(SSLSocket socket) throws IOException {
        return socket.getSession().getPeerCertificates()[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void currentProtocolShouldBeSpoken(String protocol) throws Exception {
        try (SSLSocket socket = connect()) {
            socket.setEnabledProtocols(new String[] {protocol});

            assertThat(ask(socket, HELLO)).startsWith("HTTP/1.1 200 ");
            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    /** By hand, since the JDK would not even offer the old ones: a greeting that knows nothing newer. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void olderProtocolShouldBeRefused(int minor) throws IOException {
        byte[] greeting = new byte[50];
        byte[] header = {22, 3, (byte) minor, 0, 45, 1, 0, 0, 41, 3, (byte) minor};
        System.arraycopy(header, 0, greeting, 0, header.length);
        // No session id, one cipher suite (RSA with AES-128), no compression.
        byte[] end = {0, 0, 2, 0, 0x2f, 1, 0};
        System.arraycopy(end, 0, greeting, header.length + 32, end.length);

        byte[] answer = answer(greeting);
        // Nothing, or an alert.
        assertThat(answer.length == 0 || answer[0] == 21).isTrue();
        serverShouldStillAnswer();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /old/api/echo HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\u0000\u0001\u0002 garbage",
                "\u0016\u0003\u0003\u00ff\u00ff",
                "SSH-2.0-x\r\n"
            })
    void anythingElseShouldEndTheConnectionAndNoOther(String text) throws IOException {
        byte[] answer = answer(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
        serverShouldStillAnswer();
    }

    private byte[] answer(byte[] bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        } catch (java.net.SocketException reset) {
            return new byte[0];
        }
    }

    private void serverShouldStillAnswer() throws IOException {
        try (SSLSocket socket = connect()) {
            assertThat(ask(socket, HELLO)).startsWith("HTTP/1.1 200 ");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void handshakeThatNeverComesShouldBeCut() throws IOException {
        server.stop(Duration.ZERO);
        server = TestServers.start(settings(Duration.ofSeconds(1)));
        try (Socket silent =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            silent.setSoTimeout(20_000);
            assertThat(silent.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void newCertificateShouldBeShownToNewConnectionsAndOpenOnesGoOn() throws Exception {
        try (SSLSocket old = connect()) {
            ask(old, HELLO);
            Certificate before = shown(old);
            Keytool.keystore(keystore, "PKCS12", "Two");
            keys.reload();

            try (SSLSocket fresh = connect()) {
                ask(fresh, HELLO);
                assertThat(shown(fresh))
                        .isEqualTo(Keytool.certificate(keystore))
                        .isNotEqualTo(before);
            }
            assertThat(ask(old, HELLO)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void oldCertificateShouldBeShownWhileTheNewOneIsBroken() throws Exception {
        Path good = Files.copy(keystore, folder.resolve("copy"));
        Files.writeString(keystore, "broken");
        keys.reload();

        keystore = good;
        serverShouldStillAnswer();
    }

    @Test
    void clientShouldNotBeAbleToStartTheHandshakeAnew() throws Exception {
        try (SSLSocket socket = connect()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            ask(socket, HELLO);
            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        ask(socket, HELLO);
                    })
                    .isInstanceOfAny(SSLException.class, IOException.class);
        }
        serverShouldStillAnswer();
    }
}
