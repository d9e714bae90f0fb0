package org.jobplatform.application.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {

    private static final EgressGuard STRICT = guard(AllowList.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://api.localhost/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://metadata.google.internal/",
                "http://[fd00:ec2::254]/",
                "http://[64:ff9b::7f00:1]/",
                "http://224.0.0.1/",
                "http://a.example:22/",
                "http://a.example:1023/",
                "https://8.8.8.8:25/",
                "nonsense",
            })
    void guardShouldRefuseAUrlWhenItCanOnlyLeadSomewhereForbidden(String url) {
        assertThat(STRICT.accept(url)).isInstanceOf(UrlVerdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://MyIICSJobStatus.com",
                "http://receiver.internal:1024/",
                "http://8.8.8.8/",
                "http://[2606:4700::1111]:65535/",
                "http://notlocalhost/",
                "http://localhost.example/"
            })
    void guardShouldAcceptAUrlWhenOnlyResolvingCanTell(String url) {
        assertThat(STRICT.accept(url)).isInstanceOf(UrlVerdict.Accepted.class);
    }

    @Test
    void guardShouldSayWhatIsWrongWhenItRefuses() {
        assertThat(STRICT.accept("http://127.0.0.1:9000/"))
                .isEqualTo(new UrlVerdict.Refused("the host 127.0.0.1 is a loopback address"));
        assertThat(STRICT.accept("http://localhost/"))
                .isEqualTo(new UrlVerdict.Refused("the host localhost is a loopback address"));
        assertThat(judge(STRICT, "http://a.example/", "8.8.8.8", "10.0.0.1"))
                .isEqualTo(new EgressVerdict.Refused("the host a.example resolves to a private address"));
        assertThat(judge(STRICT, "http://a.example/"))
                .isEqualTo(new EgressVerdict.Refused("the host a.example resolves to no address"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    127.0.0.0/8, http://127.0.0.1:9000/, true
                    127.0.0.0/8, http://localhost:9000/, true
                    ::1, http://localhost:9000/, true
                    127.0.0.1:9000, http://localhost:9000/, true
                    127.0.0.1:9000, http://localhost:9001/, false
                    127.0.0.1:9000, http://127.0.0.1:9001/, false
                    10.0.0.0/8, http://127.0.0.1/, false
                    0.0.0.0/0, http://169.254.169.254/, false
                    0.0.0.0/0, http://0.0.0.0/, false
                    0.0.0.0/0, http://224.0.0.1/, false
                    0.0.0.0/0, http://metadata.google.internal/, false
                    ::/0, http://[64:ff9b::a9fe:a9fe]/, false
                    ::/0, http://[::127.0.0.1]/, false
                    10.0.0.0/8, http://10.0.0.1:25/, false
                    10.0.0.0/8:25, http://10.0.0.1:25/, true
                    10.0.0.0/8:25, http://8.8.8.8:25/, false
                    10.0.0.0/8:25, http://a.example:25/, true
                    10.0.0.0/8:25, http://a.example:26/, false
                    """)
    void guardShouldAcceptAnAddressWhenTheOperatorAllowsItAndItCanBeAllowed(
            String entry, String url, boolean accepted) {
        assertThat(guard(AllowListTest.list(entry)).accept(url) instanceof UrlVerdict.Accepted)
                .isEqualTo(accepted);
    }

    @Test
    void guardShouldPermitExactlyTheResolvedAddressesWhenAllPass() {
        assertThat(judge(STRICT, "http://a.example/", "8.8.8.8", "2606:4700::1111"))
                .isEqualTo(new EgressVerdict.Permitted(addresses("8.8.8.8", "2606:4700::1111")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:8.8.8.8"})
    void guardShouldRefuseEveryAddressWhenOneIsForbidden(String forbidden) {
        assertThat(judge(STRICT, "http://a.example/", "8.8.8.8", forbidden)).isInstanceOf(EgressVerdict.Refused.class);
        assertThat(judge(STRICT, "http://a.example/", forbidden, "8.8.8.8")).isInstanceOf(EgressVerdict.Refused.class);
    }

    @Test
    void guardShouldRefuseAnUnusualPortWhenTheNameResolvesOutsideTheEntryThatNamesIt() {
        EgressGuard guard = guard(AllowListTest.list("10.0.0.0/8:25"));

        assertThat(judge(guard, "http://a.example:25/", "10.0.0.1")).isInstanceOf(EgressVerdict.Permitted.class);
        assertThat(judge(guard, "http://a.example:25/", "8.8.8.8")).isInstanceOf(EgressVerdict.Refused.class);
    }

    @Test
    void guardShouldPermitTheAllowedHalfOfLocalhost() {
        EgressGuard guard = guard(AllowListTest.list("127.0.0.1"));

        assertThat(judge(guard, "http://localhost:9000/", "::1", "127.0.0.1"))
                .isEqualTo(new EgressVerdict.Permitted(addresses("127.0.0.1")));
        assertThat(judge(guard, "http://localhost:9000/", "::1")).isInstanceOf(EgressVerdict.Refused.class);
    }

    @Test
    void guardShouldPermitOnlyTheWrittenAddressWhenTheResolverSaysAnother() {
        assertThat(judge(STRICT, "http://8.8.8.8/", "9.9.9.9"))
                .isEqualTo(new EgressVerdict.Permitted(addresses("8.8.8.8")));
        assertThat(judge(STRICT, "http://10.0.0.1/", "8.8.8.8")).isInstanceOf(EgressVerdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    127.0.0.1, http://127.0.0.1:8080/, false
                    127.0.0.1, http://localhost:8080/, false
                    127.0.0.1, http://127.0.0.1:8081/, true
                    0.0.0.0, http://127.0.0.1:8080/, false
                    0.0.0.0, http://127.9.9.9:8080/, false
                    ::, http://127.0.0.1:8080/, false
                    10.0.0.9, http://10.0.0.9:8080/, false
                    10.0.0.9, http://10.0.0.8:8080/, true
                    8.8.8.8, http://8.8.8.8:8080/, false
                    """)
    void guardShouldRefuseItsOwnServerWhateverIsAllowed(String bound, String url, boolean accepted) {
        EgressPolicy policy = new EgressPolicy(
                AllowListTest.list("0.0.0.0/0"), Set.of(new ListenAddress(AddressScopeTest.ipAddress(bound), 8080)));

        assertThat(new EgressGuard(policy).accept(url) instanceof UrlVerdict.Accepted)
                .isEqualTo(accepted);
    }

    @Test
    void guardShouldRefuseANameWhenItResolvesToItsOwnServer() {
        EgressPolicy policy = new EgressPolicy(
                AllowList.NONE, Set.of(new ListenAddress(AddressScopeTest.ipAddress("8.8.8.8"), 8080)));

        assertThat(judge(new EgressGuard(policy), "http://a.example:8080/", "8.8.8.8"))
                .isEqualTo(new EgressVerdict.Refused("the host a.example resolves to this server's own address"));
    }

    private static EgressGuard guard(AllowList allowed) {
        return new EgressGuard(new EgressPolicy(allowed, Set.of()));
    }

    private static EgressVerdict judge(EgressGuard guard, String url, String... resolved) {
        return guard.judge(((UrlVerdict.Accepted) OutboundUrl.parse(url)).url(), addresses(resolved));
    }

    private static List<InetAddress> addresses(String... texts) {
        return Stream.of(texts).map(AddressScopeTest::ipAddress).toList();
    }
}
