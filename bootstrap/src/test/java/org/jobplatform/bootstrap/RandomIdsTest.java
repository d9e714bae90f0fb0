package org.jobplatform.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.IdSourceContract;
import org.junit.jupiter.api.Test;

class RandomIdsTest implements IdSourceContract {
    private final RandomIds ids = new RandomIds();

    @Test
    void runIdsShouldBeginWithTheTime() {
        long before = System.currentTimeMillis();
        UUID guid = UUID.fromString(ids.runId().value());

        assertThat(guid.version()).isEqualTo(7);
        assertThat(guid.variant()).isEqualTo(2);
        assertThat(guid.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
    }

    @Override
    public IdSource ids() {
        return ids;
    }
}
