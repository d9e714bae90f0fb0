package org.jobplatform.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jobplatform.application.network.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {
    @Test
    void oneKeyShouldStartAndStopAsOftenAsItLikesWhenNothingIsSaid() {
        assertThat(read().limits())
                .isEqualTo(new LimitSettings(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        1_000,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        10_000,
                        100));
    }

    @Test
    void limitsShouldBeThoseThatAreSaid() {
        LimitSettings limits = read(
                        "LIMITS_STARTS", "1",
                        "LIMITS_STOPS", "2",
                        "LIMITS_WAITS", "3",
                        "LIMITS_UNFINISHED", "4",
                        "LIMITS_REQUESTS", "5",
                        "LIMITS_CONNECTIONS", "6",
                        "LIMITS_CONNECTIONS_SOURCE", "7")
                .limits();

        assertThat(limits)
                .isEqualTo(new LimitSettings(
                        OptionalInt.of(1), OptionalInt.of(2), 3, OptionalInt.of(4), OptionalInt.of(5), 6, 7));
    }

    @Test
    void otherAddressShouldBeListenedAtWithTlsOrWhenClearTextIsAccepted() {
        assertThat(read("HTTP_HOST", "0.0.0.0", "TLS_KEYSTORE", "keys", "TLS_PASSWORD_FILE", "password")
                        .tls())
                .contains(new TlsFiles(Path.of("keys"), Path.of("password")));
        assertThat(read("HTTP_HOST", "0.0.0.0", "HTTP_INSECURE", "true").tls()).isEmpty();
        assertThatThrownBy(() -> read("HTTP_HOST", "0.0.0.0"))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("http.host: 0.0.0.0 can be reached from other machines")
                .hasMessageContaining("tls.keystore");
    }

    @Test
    void proxiesShouldBeAddressesAndRanges() {
        assertThat(read("HTTP_PROXIES", "10.0.0.0/8, 2001:db8::1").httpProxies())
                .containsExactly(Cidr.parse("10.0.0.0/8"), Cidr.parse("2001:db8::1/128"));
    }

    @ParameterizedTest
    @CsvSource({
        "LIMITS_STARTS, 0, 'limits.starts: must be 1 to 1000000, or off'",
        "LIMITS_STOPS, many, 'limits.stops: must be a whole number, or off'",
        "LIMITS_WAITS, off, limits.waits: must be a whole number",
        "LIMITS_UNFINISHED, -1, limits.unfinished: must be 1 to 10000000",
        "LIMITS_REQUESTS, 1.5, limits.requests: must be a whole number",
        "LIMITS_CONNECTIONS, 0, limits.connections: must be 1 to 100000",
        "LIMITS_CONNECTIONS_SOURCE, 0, limits.connections.source: must be 1 to 100000",
        "TLS_KEYSTORE, keys, tls.password.file: must name the file",
        "TLS_PASSWORD_FILE, password, tls.keystore: must name the keystore",
        "HTTP_PROXIES, proxy.example.com, http.proxies: proxy.example.com: not an IPv4 or IPv6 address",
        "HTTP_PROXIES, 10.1.2.3/8, http.proxies: 10.1.2.3/8: bits are set behind"
    })
    void startShouldBeRefusedWhenASettingMakesNoSense(String variable, String value, String problem) {
        assertThatThrownBy(() -> read(variable, value))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(problem);
    }

    private static ServerSettings read(String... variables) {
        Map<String, String> environment = new TreeMap<>();
        for (int at = 0; at < variables.length; at += 2) {
            environment.put(SettingKey.ENVIRONMENT_PREFIX + variables[at], variables[at + 1]);
        }
        return ServerSettings.read(Map.of(), environment, Optional.empty());
    }
}
