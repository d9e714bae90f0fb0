package org.jobplatform.application.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jobplatform.application.network.Cidr;
import org.jobplatform.application.network.IpLiteral;

/** Where clouds hand out a machine's credentials: never connected to, whatever the operator allows. */
final class MetadataEndpoints {

    private static final List<Cidr> ADDRESSES = Stream.of(
                    "169.254.169.254", // most clouds
                    "169.254.170.2", // AWS containers
                    "169.254.170.23", // AWS pods
                    "100.100.100.200", // Alibaba
                    "168.63.129.16", // Azure
                    "192.0.0.192", // Oracle
                    "fd00:ec2::254", // AWS
                    "fd00:ec2::23", // AWS pods
                    "fd20:ce::254", // Google
                    "fe80::a9fe:a9fe") // OpenStack
            .map(Cidr::parse)
            .toList();

    private static final Set<String> NAMES =
            Set.of("metadata.google.internal", "metadata.goog", "instance-data.ec2.internal");

    private MetadataEndpoints() {}

    static boolean contain(InetAddress address) {
        return Stream.concat(Stream.of(address), carried(address))
                .anyMatch(candidate -> ADDRESSES.stream().anyMatch(endpoint -> endpoint.contains(candidate)));
    }

    static boolean contain(Host.Name name) {
        return NAMES.contains(name.text());
    }

    /** The IPv4 addresses that an IPv6 address may lead to. */
    private static Stream<InetAddress> carried(InetAddress address) {
        byte[] octets = address.getAddress();
        return switch (SpecialRange.scopeOf(address)) {
            case IPV4_MAPPED, IPV4_EMBEDDED -> Stream.of(ipv4(octets, 12, 13, 14, 15));
            // RFC 6052, 2.2: at the end behind a prefix of 96 bits, around the ninth octet behind one of 48.
            case NAT64 -> Stream.of(ipv4(octets, 12, 13, 14, 15), ipv4(octets, 6, 7, 9, 10));
            case SIX_TO_FOUR -> octets.length == 4 ? Stream.empty() : Stream.of(ipv4(octets, 2, 3, 4, 5));
            case TEREDO -> Stream.of(ipv4(inverted(octets), 12, 13, 14, 15));
            default -> Stream.empty();
        };
    }

    private static InetAddress ipv4(byte[] octets, int first, int second, int third, int fourth) {
        return IpLiteral.address(new byte[] {octets[first], octets[second], octets[third], octets[fourth]});
    }

    private static byte[] inverted(byte[] octets) {
        byte[] inverted = Arrays.copyOf(octets, octets.length);
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = (byte) ~inverted[i];
        }
        return inverted;
    }
}
