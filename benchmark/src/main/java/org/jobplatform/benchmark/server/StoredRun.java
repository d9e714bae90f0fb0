package org.jobplatform.benchmark.server;

/**
 * A run as it is kept; times in microseconds of the wall clock, 0 for never.
 *
 * @param started when it was claimed for its first attempt
 */
public record StoredRun(String id, String status, long created, long started, long ended) {}
