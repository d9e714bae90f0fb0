package org.jobplatform.application.egress;

/** What is said about a URL that a caller has given. */
public sealed interface UrlVerdict {

    /**
     * The URL is well formed and nothing that can be known without resolving its host speaks against it.
     *
     * @param url the only form in which the URL may be checked further and connected to
     */
    record Accepted(OutboundUrl url) implements UrlVerdict {}

    /**
     * The URL may not be used.
     *
     * @param reason one clause for the caller, without a full stop; repeats nothing of the given text but a valid host and port
     */
    record Refused(String reason) implements UrlVerdict {}
}
