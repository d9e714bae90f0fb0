package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.jobplatform.application.port.PasswordHasher;
import org.jobplatform.application.port.PasswordHasherContract;
import org.junit.jupiter.api.Test;

final class Argon2PasswordHasherTest implements PasswordHasherContract {
    private final PasswordHasher hasher = new Argon2PasswordHasher(new SecureRandom());

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void hashShouldBeAPhcStringOfTheOwaspMinimum() {
        assertThat(hasher.hash("secret"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void matchesShouldAgreeWithTheReferenceImplementation() {
        // argon2 -id -m 8 -t 2 -p 1 of "password" with the salt "somesalt".
        String reference = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertThat(hasher.matches("password", reference)).isTrue();
        assertThat(hasher.matches("passwore", reference)).isFalse();
    }

    @Test
    void matchesShouldBeFalseWhenTheTextIsNoHash() {
        assertThat(hasher.matches("password", "password")).isFalse();
        assertThat(hasher.matches("", "")).isFalse();
    }
}
