package org.jobplatform.rest.starfish;

/**
 * How a request names a job.
 *
 * @param project the path of its folder
 * @param job its id, or its name in that folder
 */
record JobAddress(String project, String job) {
    /** Longest of either, in characters. */
    static final int LONGEST = 36;
}
