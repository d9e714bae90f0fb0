package org.jobplatform.rest.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that a server shows, and its key, from a keystore (PKCS12 or JKS) whose password is the first line of
 * another file. Whoever replaces the files has the new ones used for new connections; those that are open go on.
 */
public final class TlsKeys implements Supplier<SSLContext> {
    private static final Logger LOG = LoggerFactory.getLogger(TlsKeys.class);

    private final Path keystore;
    private final Path passwordFile;
    private Content content;
    private String complaint = "";
    private volatile SSLContext current;

    /**
     * Reads the keys.
     *
     * @throws KeysUnusable when they cannot be used
     */
    public TlsKeys(Path keystore, Path passwordFile) {
        this.keystore = keystore;
        this.passwordFile = passwordFile;
        this.content = read();
        this.current = context(content);
    }

    /** @param keystore each byte as the character of that number, so that contents are equal when they are the same */
    private record Content(String keystore, String password) {}

    /** What is to be used for a connection that begins now. */
    @Override
    public SSLContext get() {
        return current;
    }

    /** Takes over files that have changed. While they cannot be used, what was in force stays so, and the log says why. */
    public synchronized void reload() {
        try {
            Content now = read();
            if (!now.equals(content)) {
                current = context(now);
                content = now;
                LOG.info("The TLS keys have been replaced");
            }
            complaint = "";
        } catch (KeysUnusable broken) {
            String message = String.valueOf(broken.getMessage());
            if (!message.equals(complaint)) {
                LOG.error("The TLS keys cannot be replaced, and stay as they were: {}", message);
            }
            complaint = message;
        }
    }

    private Content read() {
        Path reading = keystore;
        try {
            byte[] keys = Files.readAllBytes(keystore);
            reading = passwordFile;
            return new Content(
                    new String(keys, ISO_8859_1),
                    Files.readString(passwordFile).lines().findFirst().orElse(""));
        } catch (NoSuchFileException missing) {
            throw new KeysUnusable("the file " + reading + " does not exist", missing);
        } catch (IOException unreadable) {
            throw new KeysUnusable("the file " + reading + " cannot be read", unreadable);
        }
    }

    private SSLContext context(Content files) {
        char[] password = files.password.toCharArray();
        try {
            // The JDK reads keystores of either type as this one.
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(files.keystore.getBytes(ISO_8859_1)), password);
            describe(keys);
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), null, null);
            return context;
        } catch (UnrecoverableKeyException other) {
            throw new KeysUnusable("the key in " + keystore + " has another password than the keystore", other);
        } catch (GeneralSecurityException | IOException unusable) {
            String problem = unusable.getCause() instanceof UnrecoverableKeyException
                    ? "the password in " + passwordFile + " is not that of " + keystore
                    : keystore + " is no keystore of type PKCS12 or JKS";
            throw new KeysUnusable(problem, unusable);
        }
    }

    private void describe(KeyStore keys) throws GeneralSecurityException {
        Optional<X509Certificate> shown = Optional.empty();
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                shown = Optional.of(certificate);
            }
        }
        X509Certificate certificate =
                shown.orElseThrow(() -> new KeysUnusable(keystore + " holds no private key with its certificate"));
        LOG.info(
                "TLS: certificate of {}, valid until {}",
                certificate.getSubjectX500Principal(),
                certificate.getNotAfter().toInstant());
    }
}
