package org.jobplatform.benchmark.http;

/**
 * What came of a start.
 *
 * @param status of HTTP
 * @param run the id out of the Location header; empty without one
 * @param sent when the request was written, in microseconds of the wall clock; when it should have been, where the client
 *     was more than two milliseconds late
 * @param received when the answer was complete
 */
public record Answer(int status, String run, long sent, long received) {}
