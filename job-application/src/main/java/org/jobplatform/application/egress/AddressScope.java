package org.jobplatform.application.egress;

import java.net.InetAddress;

/** What kind of address an address is, after the special-purpose registries of IANA. */
public enum AddressScope {
    /** Reachable from everywhere and for one receiver: the only kind that needs no permission. */
    GLOBAL("a public address", true),
    /** {@code 0.0.0.0} and {@code ::}; connecting there reaches this machine. */
    UNSPECIFIED("the unspecified address", false),
    /** The rest of {@code 0.0.0.0/8}. */
    THIS_NETWORK("an address of the network 0.0.0.0/8", false),
    /** This machine. */
    LOOPBACK("a loopback address", true),
    /** Credentials of the machine's cloud account are read here. */
    METADATA("an address of a cloud metadata service", false),
    /** This cable. */
    LINK_LOCAL("a link-local address", true),
    /** RFC 1918. */
    PRIVATE("a private address", true),
    /** Behind a provider's address translation (RFC 6598). */
    SHARED("an address shared by a provider's customers (100.64.0.0/10)", true),
    /** For protocols, not for hosts. */
    PROTOCOL_ASSIGNMENT("an address reserved for protocol assignments", true),
    /** For examples in texts. */
    DOCUMENTATION("an address reserved for documentation", true),
    /** For measuring networks. */
    BENCHMARK("an address reserved for benchmarks", true),
    /** Many receivers. */
    MULTICAST("a multicast address", false),
    /** All receivers. */
    BROADCAST("the broadcast address", false),
    /** Not handed out to anybody. */
    RESERVED("a reserved address", true),
    /** {@code ::ffff:a.b.c.d}: a connection would go to the IPv4 address. */
    IPV4_MAPPED("an IPv4-mapped address", false),
    /** {@code ::a.b.c.d} and {@code ::ffff:0:a.b.c.d}, given up long ago. */
    IPV4_EMBEDDED("an IPv4-compatible address", false),
    /** Reaches IPv4 addresses through a translator. */
    NAT64("a NAT64 address", true),
    /** Reaches IPv4 addresses through a relay. */
    SIX_TO_FOUR("a 6to4 address", true),
    /** Reaches IPv4 addresses through a relay. */
    TEREDO("a Teredo address", true),
    /** The private addresses of IPv6. */
    UNIQUE_LOCAL("a unique local address", true),
    /** Their predecessors. */
    SITE_LOCAL("a site-local address", true),
    /** Answers nobody. */
    DISCARD("an address of the discard prefix", true);

    private final String description;
    private final boolean allowable;

    AddressScope(String description, boolean allowable) {
        this.description = description;
        this.allowable = allowable;
    }

    /** The kind of an address; an IPv6 address that leads to a metadata service through a translator or relay is {@code METADATA}. */
    public static AddressScope of(InetAddress address) {
        return MetadataEndpoints.contain(address) ? METADATA : SpecialRange.scopeOf(address);
    }

    /** The kind in words, with its article. */
    public String description() {
        return description;
    }

    /** Whether an operator's allow list can open it. */
    public boolean isAllowable() {
        return allowable;
    }
}
