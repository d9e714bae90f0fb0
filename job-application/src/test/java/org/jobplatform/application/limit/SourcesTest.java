package org.jobplatform.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:0:0:2, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
        "fe80:0:0:0:0:0:0:1%eth0, fe80::2, true",
        "'', '', true",
        "unknown:thing, unknown:other, false"
    })
    void addressesOfOneCustomerShouldBeOneSource(String one, String other, boolean same) {
        assertThat(Sources.key(one).equals(Sources.key(other))).isEqualTo(same);
    }

    @Test
    void textAndAddressShouldHaveTheSameKey() throws Exception {
        assertThat(Sources.key(java.net.InetAddress.getByName("2001:db8::1"))).isEqualTo(Sources.key("2001:db8::1"));
        assertThat(Sources.key(java.net.InetAddress.getByName("203.0.113.7"))).isEqualTo(Sources.key("203.0.113.7"));
    }
}
