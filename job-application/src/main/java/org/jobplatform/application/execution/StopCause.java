package org.jobplatform.application.execution;

/** Why the runner of a live run is told to stop. */
enum StopCause {
    /** Somebody asked. */
    REQUEST,
    /** It ran longer than its job allows. */
    TIMEOUT,
    /** The server shuts down. */
    SHUTDOWN,
    /** The run is no longer this node's. */
    FENCED
}
