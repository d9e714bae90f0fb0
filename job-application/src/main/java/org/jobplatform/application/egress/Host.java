package org.jobplatform.application.egress;

import java.net.Inet6Address;
import java.net.InetAddress;

/** The host of an {@link OutboundUrl}: a name that is still to be resolved, or an address written out. */
public sealed interface Host {

    /** As it stands in the canonical URL; an IPv6 address has its brackets. */
    String text();

    /**
     * A host name.
     *
     * @param text lower case ASCII labels, international ones as punycode, no trailing dot
     */
    record Name(String text) implements Host {

        /** Whether the name means this machine by definition (RFC 6761): {@code localhost} and everything below it. */
        public boolean isLocalhost() {
            return text.equals("localhost") || text.endsWith(".localhost");
        }
    }

    /**
     * An IP address; never an IPv4-mapped one.
     *
     * @param address the address a connection will go to
     */
    record Literal(InetAddress address) implements Host {

        @Override
        public String text() {
            String plain = address.getHostAddress();
            return address instanceof Inet6Address ? "[" + plain + "]" : plain;
        }
    }
}
