package org.jobplatform.benchmark;

/** What can be measured. */
enum Measurement {
    /** Durable starts on a node without workers. */
    STARTS,
    /** Runs started, carried out and durably ended. */
    COMPLETED,
    /** The same with a callback of every run. */
    CALLBACKS,
    /** Latency at a low rate and at half of what {@link #COMPLETED} reached. */
    LATENCY,
    /** The draining of a queue. */
    DRAIN,
    /** Lists of runs. */
    READS,
    /** db-scheduler and single-row commits on the same PostgreSQL. */
    REFERENCE
}
