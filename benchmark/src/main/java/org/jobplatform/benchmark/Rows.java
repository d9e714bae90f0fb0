package org.jobplatform.benchmark;

/** What the rows of the table are called. */
final class Rows {
    static final String STARTS = "durable starts";
    static final String COMPLETED = "started and durably ended";
    static final String CALLBACKS = "started, ended and called back";
    static final String DRAIN = "drain of a queue";
    static final String REFERENCE_COMPLETED = "db-scheduler: enqueued and done, in process";
    static final String REFERENCE_DRAIN = "db-scheduler: drain of a queue, in process";
    static final String REFERENCE_LATENCY = "db-scheduler: enqueue to done, p50 / p95 / p99";
    static final String INSERTS = "single-row commits: insert";
    static final String INSERTS_AND_UPDATES = "single-row commits: insert and two updates";

    private Rows() {}
}
