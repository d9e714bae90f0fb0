package org.jobplatform.domain.run;

import org.jobplatform.domain.job.IdentifierGrammar;

/**
 * Who carries a run out: one life of one node. A node that was restarted is a different owner.
 *
 * @param node the node's lasting name
 * @param boot made anew at every start of the node
 */
public record Owner(String node, String boot) {
    /** @throws IllegalArgumentException when a part breaks {@link IdentifierGrammar} */
    public Owner {
        IdentifierGrammar.require("a node id", node);
        IdentifierGrammar.require("a boot id", boot);
    }

    @Override
    public String toString() {
        return node + ":" + boot;
    }
}
