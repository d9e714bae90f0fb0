package org.jobplatform.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.callback.ScriptedReceiver.status;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jobplatform.domain.callback.DeliveryResult;
import org.jobplatform.domain.callback.DeliveryResult.Confirmed;
import org.jobplatform.domain.callback.DeliveryResult.Unreachable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom {@link HttpNotifier} trusts. The receiver here shows a certificate it has signed itself for name.example. */
@Timeout(25)
final class HttpNotifierTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static SSLContext selfSigned;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = folder.resolve("store.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=name.example",
                "-ext",
                "san=dns:name.example",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        selfSigned = trustingItself(file);
    }

    private static SSLContext trustingItself(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("receiver", store.getCertificate("receiver"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static DeliveryResult deliver(String host, SSLContext trusted) throws IOException {
        InetAddress loopback = Deliveries.address("127.0.0.1");
        try (ScriptedReceiver receiver = new ScriptedReceiver(
                        selfSigned.getServerSocketFactory().createServerSocket(0, 10, loopback), status(200));
                HttpNotifier notifier = new HttpNotifier(
                        Deliveries.guardAllowing("127.0.0.1"),
                        name -> List.of(loopback),
                        Deliveries.secrets(),
                        Deliveries.CLOCK,
                        HttpNotifierSettings.DEFAULT,
                        trusted)) {
            return notifier.deliver(Deliveries.to("https://" + host + ":" + receiver.port() + "/"));
        }
    }

    @Test
    void deliveryShouldBeConfirmedWhenTheCertificateIsTrustedAndNamesTheHost() throws Exception {
        assertThat(deliver("name.example", selfSigned)).isEqualTo(new Confirmed(200));
    }

    @Test
    void deliveryShouldBeUnreachableWhenTheCertificateNamesAnotherHost() throws Exception {
        assertThat(deliver("other.example", selfSigned))
                .isEqualTo(new Unreachable("the certificate is not valid for the host"));
    }

    @Test
    void deliveryShouldBeUnreachableWhenTheCertificateIsSelfSigned() throws Exception {
        assertThat(deliver("name.example", SSLContext.getDefault()))
                .isEqualTo(new Unreachable("the certificate is not trusted"));
    }

    @Test
    void deliveryShouldBeUnreachableWhenTheReceiverNeverShakesHands() throws Exception {
        try (ScriptedReceiver plain = new ScriptedReceiver(ScriptedReceiver.silent());
                HttpNotifier notifier = Deliveries.notifier(Deliveries.HASTY)) {
            assertThat(notifier.deliver(Deliveries.to("https://127.0.0.1:" + plain.port() + "/")))
                    .isInstanceOf(Unreachable.class);
            assertThat(plain.ended(1)).isTrue();
            Deliveries.assertThatNothingIsLeftOpen(notifier);
        }
    }
}
