package org.jobplatform.domain.callback;

import org.jobplatform.domain.job.IdentifierGrammar;

/** Identifies a delivery; the same in every attempt, so that a receiver can tell a repeat. */
public record DeliveryId(String value) {
    /** @throws IllegalArgumentException when the value breaks {@link IdentifierGrammar} */
    public DeliveryId {
        IdentifierGrammar.require("a delivery id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
