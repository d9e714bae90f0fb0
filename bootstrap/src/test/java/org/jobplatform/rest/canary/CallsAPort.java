package org.jobplatform.rest.canary;

import org.jobplatform.application.port.RunStore;

/** A canary: breaks a rule of the architecture on purpose. */
public final class CallsAPort {
    Class<?> port() {
        return RunStore.class;
    }
}
