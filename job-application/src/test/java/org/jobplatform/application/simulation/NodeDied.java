package org.jobplatform.application.simulation;

/** Unwinds the threads of a node that has died. An error, so that nothing in the node takes it for its own. */
final class NodeDied extends Error {
    private static final long serialVersionUID = 1;

    NodeDied() {
        super("the node has died", null, false, false);
    }
}
