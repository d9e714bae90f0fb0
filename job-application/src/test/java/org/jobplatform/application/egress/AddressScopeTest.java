package org.jobplatform.application.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.jobplatform.application.network.IpLiteral;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressScopeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1.1.1.1, GLOBAL
                    9.255.255.255, GLOBAL
                    11.0.0.0, GLOBAL
                    100.63.255.255, GLOBAL
                    100.128.0.0, GLOBAL
                    172.15.255.255, GLOBAL
                    172.32.0.0, GLOBAL
                    198.17.255.255, GLOBAL
                    223.255.255.255, GLOBAL
                    2606:4700::1111, GLOBAL
                    2a00:1450:4001::200e, GLOBAL
                    0.0.0.0, UNSPECIFIED
                    0.0.0.1, THIS_NETWORK
                    127.0.0.1, LOOPBACK
                    127.255.255.254, LOOPBACK
                    169.254.1.1, LINK_LOCAL
                    169.254.169.254, METADATA
                    169.254.170.2, METADATA
                    100.100.100.200, METADATA
                    168.63.129.16, METADATA
                    10.255.0.1, PRIVATE
                    172.16.0.1, PRIVATE
                    172.31.255.255, PRIVATE
                    192.168.0.1, PRIVATE
                    100.64.0.1, SHARED
                    100.127.255.255, SHARED
                    192.0.0.1, PROTOCOL_ASSIGNMENT
                    192.0.2.1, DOCUMENTATION
                    198.51.100.1, DOCUMENTATION
                    203.0.113.1, DOCUMENTATION
                    198.18.0.1, BENCHMARK
                    198.19.255.255, BENCHMARK
                    192.88.99.1, SIX_TO_FOUR
                    224.0.0.1, MULTICAST
                    239.255.255.255, MULTICAST
                    240.0.0.1, RESERVED
                    255.255.255.255, BROADCAST
                    ::, UNSPECIFIED
                    ::1, LOOPBACK
                    ::ffff:127.0.0.1, IPV4_MAPPED
                    ::ffff:8.8.8.8, IPV4_MAPPED
                    ::ffff:169.254.169.254, METADATA
                    ::127.0.0.1, IPV4_EMBEDDED
                    ::ffff:0:127.0.0.1, IPV4_EMBEDDED
                    64:ff9b::7f00:1, NAT64
                    64:ff9b::169.254.169.254, METADATA
                    64:ff9b:1::1, NAT64
                    64:ff9b:1:a9fe:a9:fe00::, METADATA
                    2002:7f00:1::, SIX_TO_FOUR
                    2002:a9fe:a9fe::1, METADATA
                    2001::1, TEREDO
                    2001:0:4136:e378:8000:63bf:5601:5601, METADATA
                    2001:db8::1, DOCUMENTATION
                    3fff:fff::1, DOCUMENTATION
                    2001:2::1, BENCHMARK
                    2001:1ff::1, PROTOCOL_ASSIGNMENT
                    2001:200::1, GLOBAL
                    100::1, DISCARD
                    fc00::1, UNIQUE_LOCAL
                    fdff::1, UNIQUE_LOCAL
                    fd00:ec2::254, METADATA
                    fe80::1, LINK_LOCAL
                    fe80::a9fe:a9fe, METADATA
                    fec0::1, SITE_LOCAL
                    ff02::1, MULTICAST
                    4000::1, RESERVED
                    1fff::1, RESERVED
                    5f00::1, RESERVED
                    """)
    void scopeShouldBeThatOfTheRegistries(String address, AddressScope scope) {
        assertThat(AddressScope.of(ipAddress(address))).isEqualTo(scope);
    }

    static InetAddress ipAddress(String text) {
        return IpLiteral.ipv4(text).or(() -> IpLiteral.ipv6(text)).orElseThrow();
    }
}
