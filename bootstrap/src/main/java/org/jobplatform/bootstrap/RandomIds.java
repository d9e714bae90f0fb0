package org.jobplatform.bootstrap;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RunId;

/** Ids and secrets out of the operating system's randomness. */
final class RandomIds implements IdSource {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    @Override
    public RunId runId() {
        return RunId.of(UUID.randomUUID());
    }

    @Override
    public JobId jobId() {
        return new JobId(letters(20));
    }

    @Override
    public FederatedId federatedId() {
        return new FederatedId(letters(22));
    }

    @Override
    public DeliveryId deliveryId() {
        return new DeliveryId(UUID.randomUUID().toString());
    }

    @Override
    public String plainId() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A key of 256 bits, in base64. */
    String key() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public double chance() {
        return random.nextDouble();
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
