/**
 * HTTP/1.1 with keep-alive at the least cost: client, server and database share the machine that is measured. Bytes that are
 * made once, one thread for all connections, and no more of an answer read than is needed.
 */
package org.jobplatform.benchmark.http;
