package org.jobplatform.rest.access;

/**
 * A way to reach a resource method.
 *
 * @param path as its resource says it, with its variables
 * @param needs the permission that its sender must have somewhere, {@link #SIGNED_IN} or {@link #OPEN}
 */
public record Route(String method, String path, String needs) {
    /** Needs any good credential. */
    public static final String SIGNED_IN = "signed in";

    /** Needs none. */
    public static final String OPEN = "open";
}
