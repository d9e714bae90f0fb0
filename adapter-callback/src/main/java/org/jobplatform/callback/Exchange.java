package org.jobplatform.callback;

import java.util.Optional;

/** What became of a request to one address. */
sealed interface Exchange {

    /**
     * The status line and the header fields of an answer arrived.
     *
     * @param retryAfter the header field of that name
     */
    record Answered(int status, Optional<String> retryAfter) implements Exchange {}

    /** No connection came about, so that nothing was sent and another address may be tried. */
    record NotConnected(String reason) implements Exchange {}

    /** There was a connection, but no answer. */
    record Failed(String reason) implements Exchange {}
}
