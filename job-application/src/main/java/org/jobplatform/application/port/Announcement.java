package org.jobplatform.application.port;

import org.jobplatform.domain.run.RunId;

/** What a node need not wait for until it looks at the store the next time. */
public sealed interface Announcement {
    /** A run may wait that any node can claim. */
    record RunWaits() implements Announcement {}

    /**
     * A run was asked to do something else than it does.
     *
     * @param node the lasting name of the node that carries it out
     */
    record Wish(String node) implements Announcement {}

    /** Somebody on another node than the one that carries it out waits for the run to end. */
    record Awaited(RunId run) implements Announcement {}

    /** A run has ended that was {@link Awaited}. */
    record Ended(RunId run) implements Announcement {}
}
