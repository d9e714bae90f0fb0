package org.jobplatform.rest.server;

import java.util.Locale;

/** What a {@code Host} header, or the part of an {@code Origin} behind its scheme, names. */
final class HostName {
    private HostName() {}

    /** The name in lower case, without the port where there is one. */
    static String of(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']')
                && authority.substring(colon + 1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    }
}
