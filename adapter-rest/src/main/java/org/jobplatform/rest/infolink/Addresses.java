package org.jobplatform.rest.infolink;

/** Where the calls of this dialect are. The vendor's pages end them by {@code .jsp}; clients may leave that out. */
final class Addresses {
    static final String API = "/api/v1";
    static final String EXECUTE_JOB = "{call: executeJob(\\.jsp)?}";
    static final String JOB_STATUS = "{call: getJobStatus(\\.jsp)?}";
    static final String STOP_JOB = "{call: stop(Job)?(\\.jsp)?}";

    private Addresses() {}
}
