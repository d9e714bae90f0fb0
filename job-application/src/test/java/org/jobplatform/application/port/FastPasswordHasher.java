package org.jobplatform.application.port;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Hashes without any cost, for tests that log in often. Good for nothing else. */
public final class FastPasswordHasher implements PasswordHasher {
    private final AtomicLong lastSalt = new AtomicLong();

    @Override
    public String hash(String password) {
        return hash(password, Long.toString(lastSalt.incrementAndGet()));
    }

    @Override
    public boolean matches(String password, String hash) {
        String salt = List.of(hash.split("\\$", -1)).get(3);
        return MessageDigest.isEqual(bytes(hash(password, salt)), bytes(hash));
    }

    private static String hash(String password, String salt) {
        return "$fast$cost=0$" + salt + "$" + InMemoryRunContent.sha256(bytes(salt + password));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
