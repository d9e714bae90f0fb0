package org.jobplatform.rest.server;

/**
 * What is known of a request when its error is worded. Empty text where the request did not say, or was broken before it
 * could.
 *
 * @param method as sent
 * @param path without query, undecoded
 * @param accept the {@code Accept} header
 * @param contentType the {@code Content-Type} header
 */
public record RequestFacts(String method, String path, String accept, String contentType) {
    /** Of a request that could not be read at all. */
    static final RequestFacts UNKNOWN = new RequestFacts("", "", "", "");
}
