package org.jobplatform.domain.job;

/** The second, project-independent identifier of a job, by which some clients address jobs outside the Default project. */
public record FederatedId(String value) {
    /** @throws IllegalArgumentException when the value breaks {@link IdentifierGrammar} */
    public FederatedId {
        IdentifierGrammar.require("a federated id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
