package org.jobplatform.application.canary;

import com.google.inject.Key;

/** A canary: breaks a rule of the architecture on purpose. */
public final class SeesGuice {
    Key<String> key() {
        return Key.get(String.class);
    }
}
