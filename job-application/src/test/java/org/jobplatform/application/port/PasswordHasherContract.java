package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link PasswordHasher} keeps to, as far as a test can tell. */
public interface PasswordHasherContract {
    /** A password as people like it: with spaces and beyond ASCII. */
    String PASSWORD = "correct horse, Batterie-Klämmer €";

    /** The hasher. */
    PasswordHasher hasher();

    @Test
    default void hashShouldBeOfItsPasswordAndNoOther() {
        String hash = hasher().hash(PASSWORD);

        assertThat(hasher().matches(PASSWORD, hash)).isTrue();
        assertThat(hasher().matches(PASSWORD + "x", hash)).isFalse();
        assertThat(hasher().matches(PASSWORD.replace('ä', 'a'), hash)).isFalse();
        assertThat(hasher().matches("", hash)).isFalse();
    }

    @Test
    default void hashesShouldDifferWhenTheirPasswordIsTheSame() {
        String first = hasher().hash(PASSWORD);
        String second = hasher().hash(PASSWORD);

        assertThat(first).isNotEqualTo(second);
        assertThat(hasher().matches(PASSWORD, second)).isTrue();
    }

    @Test
    default void hashShouldNameItsAlgorithmAndCostAndHideThePassword() {
        assertThat(hasher().hash(PASSWORD))
                .matches("\\$[a-z0-9-]+\\$.*=.*\\$.+")
                .doesNotContain("horse");
    }

    @Test
    default void longPasswordsShouldDifferWhenTheirEndsDiffer() {
        String beginning = "p".repeat(200);
        String hash = hasher().hash(beginning + "a");

        assertThat(hasher().matches(beginning + "a", hash)).isTrue();
        assertThat(hasher().matches(beginning + "b", hash)).isFalse();
    }
}
