package org.jobplatform.runner.canary;

import jakarta.ws.rs.core.MediaType;

/** A canary: breaks a rule of the architecture on purpose. */
public final class SeesJaxRs {
    Class<?> mediaType() {
        return MediaType.class;
    }
}
