package org.jobplatform.callback.canary;

import org.jobplatform.persistence.Database;

/** A canary: breaks a rule of the architecture on purpose. */
public final class SeesPersistence {
    Class<?> database() {
        return Database.class;
    }
}
