package org.jobplatform.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsKeysTest {
    @TempDir
    Path folder;

    private Path password;

    @BeforeEach
    void writePassword() throws IOException {
        password = Files.writeString(folder.resolve("password"), Keytool.PASSWORD + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void keystoreOfEitherTypeShouldBeTaken(String type) throws Exception {
        Path keystore = Keytool.keystore(folder.resolve("keys"), type, "One");

        assertThat(new TlsKeys(keystore, password).get().getProtocol()).isEqualTo("TLS");
    }

    @Test
    void wrongPasswordShouldBeNamedWithoutBeingShown() throws Exception {
        Path keystore = Keytool.keystore(folder.resolve("keys"), "PKCS12", "One");
        Files.writeString(password, "another-one");

        assertThat(problem(keystore))
                .contains(password.toString(), keystore.toString())
                .doesNotContain("another-one");
    }

    @Test
    void otherFileShouldBeNoKeystore() throws Exception {
        assertThat(problem(Files.writeString(folder.resolve("keys"), "-----BEGIN CERTIFICATE-----")))
                .contains("no keystore");
    }

    @Test
    void missingFileShouldBeNamed() {
        assertThat(problem(folder.resolve("missing"))).contains("missing does not exist");
    }

    @Test
    void keystoreShouldHoldAPrivateKey() throws Exception {
        Path keystore = Keytool.keystore(folder.resolve("keys"), "PKCS12", "One");
        java.security.KeyStore none = java.security.KeyStore.getInstance("PKCS12");
        none.load(null, null);
        none.setCertificateEntry("server", Keytool.certificate(keystore));
        try (var out = Files.newOutputStream(keystore)) {
            none.store(out, Keytool.PASSWORD.toCharArray());
        }

        assertThat(problem(keystore)).contains("no private key");
    }

    @Test
    void keysShouldStayWhatTheyAreWhenNothingHasChanged() throws Exception {
        TlsKeys keys = new TlsKeys(Keytool.keystore(folder.resolve("keys"), "PKCS12", "One"), password);
        var before = keys.get();
        keys.reload();

        assertThat(keys.get()).isSameAs(before);
    }

    @Test
    void keysShouldStayWhatTheyWereWhileTheNewOnesAreBroken() throws Exception {
        Path keystore = Keytool.keystore(folder.resolve("keys"), "PKCS12", "One");
        TlsKeys keys = new TlsKeys(keystore, password);
        var before = keys.get();

        Files.writeString(keystore, "half a file");
        keys.reload();
        keys.reload();
        assertThat(keys.get()).isSameAs(before);
        Files.delete(keystore);
        keys.reload();
        assertThat(keys.get()).isSameAs(before);
        Keytool.keystore(keystore, "PKCS12", "Two");
        keys.reload();
        assertThat(keys.get()).isNotSameAs(before);
    }

    private String problem(Path keystore) {
        String[] message = {""};
        assertThatExceptionOfType(KeysUnusable.class)
                .isThrownBy(() -> new TlsKeys(keystore, password))
                .satisfies(unusable -> message[0] = String.valueOf(unusable.getMessage()));
        return message[0];
    }
}
