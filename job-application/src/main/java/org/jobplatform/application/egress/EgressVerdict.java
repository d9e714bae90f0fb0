package org.jobplatform.application.egress;

import java.net.InetAddress;
import java.util.List;

/** What is said about connecting to a URL whose host has been resolved. */
public sealed interface EgressVerdict {

    /**
     * A connection may be made.
     *
     * @param addresses the only ones to connect to, in the resolver's order; at least one
     */
    record Permitted(List<InetAddress> addresses) implements EgressVerdict {

        /** Copies the list and refuses an empty one. */
        public Permitted {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("nothing to connect to");
            }
        }
    }

    /**
     * No connection may be made.
     *
     * @param reason one clause for the caller, without a full stop; tells what kind of address a name has but not which
     */
    record Refused(String reason) implements EgressVerdict {}
}
