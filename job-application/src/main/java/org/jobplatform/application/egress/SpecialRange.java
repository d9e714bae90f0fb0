package org.jobplatform.application.egress;

import java.net.InetAddress;
import java.util.List;
import org.jobplatform.application.network.Cidr;

/**
 * A range of addresses and its place in the registries.
 *
 * @param cidr the range
 * @param scope what it is for
 */
record SpecialRange(Cidr cidr, AddressScope scope) {

    /** The first that contains an address counts, so the narrower stand before the wider. */
    private static final List<SpecialRange> ALL = List.of(
            range("0.0.0.0/32", AddressScope.UNSPECIFIED),
            range("0.0.0.0/8", AddressScope.THIS_NETWORK),
            range("10.0.0.0/8", AddressScope.PRIVATE),
            range("100.64.0.0/10", AddressScope.SHARED),
            range("127.0.0.0/8", AddressScope.LOOPBACK),
            range("169.254.0.0/16", AddressScope.LINK_LOCAL),
            range("172.16.0.0/12", AddressScope.PRIVATE),
            range("192.0.0.0/24", AddressScope.PROTOCOL_ASSIGNMENT),
            range("192.0.2.0/24", AddressScope.DOCUMENTATION),
            range("192.88.99.0/24", AddressScope.SIX_TO_FOUR),
            range("192.168.0.0/16", AddressScope.PRIVATE),
            range("198.18.0.0/15", AddressScope.BENCHMARK),
            range("198.51.100.0/24", AddressScope.DOCUMENTATION),
            range("203.0.113.0/24", AddressScope.DOCUMENTATION),
            range("224.0.0.0/4", AddressScope.MULTICAST),
            range("255.255.255.255/32", AddressScope.BROADCAST),
            range("240.0.0.0/4", AddressScope.RESERVED),
            range("0.0.0.0/0", AddressScope.GLOBAL),
            range("::/128", AddressScope.UNSPECIFIED),
            range("::1/128", AddressScope.LOOPBACK),
            range("::ffff:0:0/96", AddressScope.IPV4_MAPPED),
            range("::ffff:0:0:0/96", AddressScope.IPV4_EMBEDDED),
            range("::/96", AddressScope.IPV4_EMBEDDED),
            range("64:ff9b::/96", AddressScope.NAT64),
            range("64:ff9b:1::/48", AddressScope.NAT64),
            range("100::/64", AddressScope.DISCARD),
            range("2001::/32", AddressScope.TEREDO),
            range("2001:2::/48", AddressScope.BENCHMARK),
            range("2001::/23", AddressScope.PROTOCOL_ASSIGNMENT),
            range("2001:db8::/32", AddressScope.DOCUMENTATION),
            range("2002::/16", AddressScope.SIX_TO_FOUR),
            range("3fff::/20", AddressScope.DOCUMENTATION),
            range("2000::/3", AddressScope.GLOBAL),
            range("fc00::/7", AddressScope.UNIQUE_LOCAL),
            range("fe80::/10", AddressScope.LINK_LOCAL),
            range("fec0::/10", AddressScope.SITE_LOCAL),
            range("ff00::/8", AddressScope.MULTICAST));

    /** Everything in IPv6 that no range names is reserved. */
    static AddressScope scopeOf(InetAddress address) {
        return ALL.stream()
                .filter(special -> special.cidr.contains(address))
                .findFirst()
                .map(SpecialRange::scope)
                .orElse(AddressScope.RESERVED);
    }

    private static SpecialRange range(String cidr, AddressScope scope) {
        return new SpecialRange(Cidr.parse(cidr), scope);
    }
}
