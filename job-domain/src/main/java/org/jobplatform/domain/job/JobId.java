package org.jobplatform.domain.job;

/** Identifies a job; made once, never changed. */
public record JobId(String value) {
    /** @throws IllegalArgumentException when the value breaks {@link IdentifierGrammar} */
    public JobId {
        IdentifierGrammar.require("a job id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
