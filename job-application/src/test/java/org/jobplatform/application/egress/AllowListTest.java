package org.jobplatform.application.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowListTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    10.0.0.0/8, 10.255.1.1, 80, true
                    10.0.0.0/8, 11.0.0.1, 80, false
                    10.0.0.0/8:8080, 10.1.1.1, 8080, true
                    10.0.0.0/8:8080, 10.1.1.1, 8081, false
                    172.16.0.0/13, 172.23.255.255, 80, true
                    172.16.0.0/13, 172.24.0.0, 80, false
                    127.0.0.1, 127.0.0.1, 9000, true
                    127.0.0.1, 127.0.0.2, 9000, false
                    127.0.0.1:9000, 127.0.0.1, 9000, true
                    127.0.0.1/32:9000, 127.0.0.1, 9001, false
                    0.0.0.0/0, 192.168.1.1, 80, true
                    0.0.0.0/0, fd00::1, 80, false
                    fd00::/8, fd12::1, 80, true
                    fd00::/8, fe80::1, 80, false
                    [fd00::/8]:8443, fd12::1, 8443, true
                    [fd00::/8]:8443, fd12::1, 443, false
                    [::1]:9000, ::1, 9000, true
                    ::1, ::1, 80, true
                    ' 10.0.0.0/8 ', 10.0.0.1, 80, true
                    """)
    void listShouldAllowTheAddressesAndPortsOfItsEntries(String entry, String address, int port, boolean allowed) {
        assertThat(list(entry).allows(AddressScopeTest.ipAddress(address), port))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '', not an IPv4 or IPv6 address or range
                    example.com, not an IPv4 or IPv6 address or range
                    10.0.0/8, not an IPv4 or IPv6 address or range
                    010.0.0.0/8, not an IPv4 or IPv6 address or range
                    10.0.0.0/33, prefix length 33 is outside 0 to 32
                    fd00::/129, prefix length 129 is outside 0 to 128
                    10.0.0.0/-1, the prefix length is not a number
                    10.0.0.0/08, the prefix length is not a number
                    10.0.0.0/, the prefix length is not a number
                    10.0.0.1/8, bits are set behind the prefix length 8
                    10.0.0.0/8:0, the port is not a number from 1 to 65535
                    10.0.0.0/8:65536, the port is not a number from 1 to 65535
                    10.0.0.0/8:, the port is not a number from 1 to 65535
                    [fd00::/8]8443, the port is not a number from 1 to 65535
                    [fd00::/8:8443, the closing bracket is missing
                    fd00::/8:8443, the prefix length is not a number
                    169.254.169.254, an address of a cloud metadata service cannot be allowed
                    169.254.169.254/32:80, an address of a cloud metadata service cannot be allowed
                    fd00:ec2::254/128, an address of a cloud metadata service cannot be allowed
                    0.0.0.0, the unspecified address cannot be allowed
                    ::ffff:127.0.0.1, an IPv4-mapped address cannot be allowed
                    """)
    void listShouldNameTheEntryAndItsProblemWhenItCannotBeRead(String entry, String problem) {
        assertThat(AllowList.parse(List.of(entry)))
                .isEqualTo(new AllowList.Parsed.Invalid(List.of("'" + entry + "': " + problem)));
    }

    @Test
    void listShouldReportEveryProblemWhenSeveralEntriesAreWrong() {
        AllowList.Parsed parsed = AllowList.parse(List.of("nonsense", "10.0.0.0/8", "10.0.0.0/99"));

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        AllowList.Parsed.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .satisfiesExactly(
                                        first -> assertThat(first).startsWith("'nonsense'"),
                                        second -> assertThat(second).startsWith("'10.0.0.0/99'")));
    }

    static AllowList list(String... entries) {
        return ((AllowList.Parsed.Valid) AllowList.parse(List.of(entries))).list();
    }
}
