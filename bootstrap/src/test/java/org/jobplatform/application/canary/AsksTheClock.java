package org.jobplatform.application.canary;

import java.time.Instant;

/** A canary: breaks a rule of the architecture on purpose. */
public final class AsksTheClock {
    Instant time() {
        return Instant.now();
    }
}
