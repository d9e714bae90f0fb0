package org.jobplatform.runner.canary;

import org.jobplatform.bootstrap.canary.SeesBootstrapCanary;

/** A canary: breaks a rule of the architecture on purpose. */
public final class SeesBootstrap {
    Class<?> bootstrap() {
        return SeesBootstrapCanary.class;
    }
}
