package org.jobplatform.rest.starfish;

/** Where the dialect answers. The vendor's framework does not mind the case of an address, and clients rely on it. */
final class Addresses {
    static final String V1_PREFIX = "/v1";
    static final String TOKEN_PREFIX = "/token";

    /** Version 1, as the beginning of a resource's path. */
    static final String V1 = "{v1:(?i:v1)}";

    static final String TOKEN = "{token:(?i:token)}";
    static final String EXECUTE_JOB = "{call:(?i:ExecuteJob)}";
    static final String EXECUTE_JOB_ASYNC = "{call:(?i:ExecuteJobAsync)}";
    static final String WEBHOOK = "{call:(?i:Webhook)}";
    static final String RESULTS = "{call:(?i:Results)}";

    private Addresses() {}
}
