package org.jobplatform.domain.callback;

import java.util.Base64;

/**
 * What callbacks are signed with, in the form of the Standard Webhooks: {@code whsec_} and the key in base64. Never shown
 * by {@link #toString}.
 *
 * @param text in that form
 */
public record SigningSecret(String text) {
    /** How every secret begins. */
    public static final String PREFIX = "whsec_";

    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException when the prefix is missing, or what follows is no base64 of 24 to 64 bytes */
    public SigningSecret {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a signing secret begins with " + PREFIX);
        }
        int length = decoded(text).length;
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException("a signing secret has " + SHORTEST + " to " + LONGEST + " bytes");
        }
    }

    /** The secret with this key. @throws IllegalArgumentException unless it has 24 to 64 bytes */
    public static SigningSecret of(byte[] key) {
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The bytes to sign with. */
    public byte[] key() {
        return decoded(text);
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }
}
