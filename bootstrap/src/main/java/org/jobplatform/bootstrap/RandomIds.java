package org.jobplatform.bootstrap;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.domain.callback.DeliveryId;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RunId;

/** Ids and secrets out of the operating system's randomness; the ids of runs and deliveries begin with the time. */
final class RandomIds implements IdSource {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();

    @Override
    public RunId runId() {
        return RunId.of(guid());
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
        return new DeliveryId(guid().toString());
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

    /**
     * A GUID of version 7 (RFC 9562): 48 bits of milliseconds, then chance. Ids that rise with time are added at one end of an
     * index, however long the history in it.
     */
    private UUID guid() {
        byte[] bytes = new byte[10];
        random.nextBytes(bytes);
        ByteBuffer chance = ByteBuffer.wrap(bytes);
        long most = (clock.millis() << 16) | 0x7000 | (chance.getShort() & 0x0fff);
        long least = (chance.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
