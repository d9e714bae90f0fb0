package org.jobplatform.rest.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keystores of tests, made anew each time by the tool of the JDK. */
final class Keytool {
    static final String PASSWORD = "only-for-this-test";

    private Keytool() {}

    /** A keystore with one self-signed certificate for localhost; replaces one that is there. */
    static Path keystore(Path file, String type, String organisation) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost, O=" + organisation,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                type,
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-keypass",
                PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(words);
        }
        return file;
    }

    /** What a client needs that trusts these certificates. */
    static SSLContext trusting(Path... keystores) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (Path keystore : keystores) {
            trusted.setCertificateEntry(keystore.toString(), certificate(keystore));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    static X509Certificate certificate(Path keystore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        return (X509Certificate) keys.getCertificate("server");
    }
}
