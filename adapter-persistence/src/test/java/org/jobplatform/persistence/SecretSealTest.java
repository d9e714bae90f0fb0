package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class SecretSealTest {
    private final SecretSeal seal = new SecretSeal(new byte[SecretSeal.KEY_BYTES]);

    @Test
    void textShouldBeOpenedAsItWasSealed() {
        String sealed = seal.seal("geheim €", "here");

        assertThat(seal.open(sealed, "here")).isEqualTo("geheim €");
        assertThat(sealed).doesNotContain("geheim").isNotEqualTo(seal.seal("geheim €", "here"));
    }

    @Test
    void textShouldStayShutInAnotherPlaceOrUnderAnotherKeyOrWhenItWasChanged() {
        String sealed = seal.seal("geheim", "here");
        byte[] other = new byte[SecretSeal.KEY_BYTES];
        other[0] = 1;

        assertThatIllegalStateException().isThrownBy(() -> seal.open(sealed, "there"));
        assertThatIllegalStateException().isThrownBy(() -> new SecretSeal(other).open(sealed, "here"));
        assertThatIllegalStateException().isThrownBy(() -> seal.open("A" + sealed.substring(1) + "AAAA", "here"));
        assertThatIllegalStateException().isThrownBy(() -> seal.open("", "here"));
    }

    @Test
    void keyShouldBeRefusedWhenItIsShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretSeal(new byte[16]));
    }
}
