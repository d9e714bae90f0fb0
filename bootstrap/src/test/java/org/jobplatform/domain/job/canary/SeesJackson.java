package org.jobplatform.domain.job.canary;

import com.fasterxml.jackson.databind.JsonNode;

/** A canary: breaks a rule of the architecture on purpose. */
public final class SeesJackson {
    JsonNode tree() {
        return com.fasterxml.jackson.databind.node.NullNode.getInstance();
    }
}
