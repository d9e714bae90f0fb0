package org.jobplatform.conformance.server;

import java.net.URI;
import java.util.List;

/**
 * What is put to the test: a server, or several nodes of one, which are asked in turn.
 *
 * @param nodes their addresses without a path, at least one
 * @param key an API key of an administrator
 */
public record Target(List<URI> nodes, String key, String user, String password) {
    /** The node whose turn it is at this request. */
    public URI node(int turn) {
        return nodes.get(Math.floorMod(turn, nodes.size()));
    }

    @Override
    public String toString() {
        return "Target" + nodes;
    }
}
