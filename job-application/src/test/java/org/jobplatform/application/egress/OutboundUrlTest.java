package org.jobplatform.application.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundUrlTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", textBlock = """
                    https://MyIICSJobStatus.com -> https://myiicsjobstatus.com/
                    HTTP://Receiver:8080/Hook?Run=5 -> http://receiver:8080/Hook?Run=5
                    http://a.example:80/ -> http://a.example/
                    https://a.example:443 -> https://a.example/
                    http://a.example:443 -> http://a.example:443/
                    http://a.example:/ -> http://a.example/
                    http://a.example:08080/ -> http://a.example:8080/
                    http://a.example./x -> http://a.example/x
                    http://localhost./ -> http://localhost/
                    http://a.example?x=1 -> http://a.example/?x=1
                    http://good.example#@127.0.0.1 -> http://good.example/
                    http://a.example/p#part -> http://a.example/p
                    http://a.example/%0d%0aX:%20y -> http://a.example/%0d%0aX:%20y
                    http://a.example/a/../b -> http://a.example/a/../b
                    http://a.example/{id}?a[]=<b> -> http://a.example/%7Bid%7D?a[]=%3Cb%3E
                    http://a.example/ü?q=€ -> http://a.example/%C3%BC?q=%E2%82%AC
                    http://пример.рф/ -> http://xn--e1afmkfd.xn--p1ai/
                    http://BÜCHER.example/ -> http://xn--bcher-kva.example/
                    http://a。example/ -> http://a.example/
                    http://xn--fuball-cta.example/ -> http://xn--fuball-cta.example/
                    http://ｌｏｃａｌｈｏｓｔ/ -> http://localhost/
                    http://192.0.2.7/ -> http://192.0.2.7/
                    http://[2001:DB8::7]:8080/ -> http://[2001:db8:0:0:0:0:0:7]:8080/
                    http://[::127.0.0.1]/ -> http://[0:0:0:0:0:0:7f00:1]/
                    """)
    void urlShouldHaveOneCanonicalForm(String given, String canonical) {
        assertThat(accepted(given).uri()).hasToString(canonical);
        assertThat(accepted(canonical)).isEqualTo(accepted(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example",
                "//a.example/",
                "ftp://a.example/",
                "file:///etc/passwd",
                "http:a.example",
                "http:/a.example",
                "http:///a.example",
                "http://",
                "http://?x",
                "http://:80/",
                "http://evil.example@127.0.0.1/",
                "http://user:password@a.example/",
                "http://@a.example/",
                "http://good.example\\@127.0.0.1/",
                "http://a.example/\r\nX: y",
                "http://a.example/\t",
                " http://a.example/",
                "http://a.example/ ",
                "http://a.example/a b",
                "http://a.example/\u0000",
                "http://a.example/\u2028",
                "http://a.example/\ud800",
                "http://a.example/%zz",
                "http://a.example/?x=%4",
                "http://a.example:0/",
                "http://a.example:65536/",
                "http://a.example:-1/",
                "http://a.example:+80/",
                "http://a.example:8a/",
                "http://a.example:８０/",
                "http://a.example:80:80/",
                "http://exa_mple/",
                "http://a..example/",
                "http://a.example../",
                "http://.a.example/",
                "http://-a.example/",
                "http://a-.example/",
                "http://%6cocalhost/",
                "http://a%00.example/",
                "http://a,b.example/",
                "http://xn--/",
                "http://xn--a/",
                "http://xn--999999999/",
                "http://xn--bcher-.example/",
                "http://faß.example/",
                "http://a\u200db.example/",
                "http://℀.example/",
                "http://2001:db8::7/",
                "http://[2001:db8::7/",
                "http://[2001:db8::7]x/",
                "http://[2001:db8::7%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[1::2::3]/",
                "http://[:::]/",
                "http://[1:2:3:4:5:6:7]/",
                "http://[1:2:3:4:5:6:7:8:9]/",
                "http://[12345::]/",
                "http://[1:2:3:4:5:6:7:8::]/",
                "http://[::1.2.3]/",
                "http://[127.0.0.1]/",
                "http://[]/",
                "http://a.3b/",
            })
    void urlShouldBeRefusedWhenItIsMalformed(String given) {
        assertThat(OutboundUrl.parse(given)).isInstanceOf(UrlVerdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "127.1",
                "127.0.1",
                "0",
                "0177.0.0.1",
                "127.0.0.01",
                "0x7f000001",
                "0x7f.0.0.1",
                "0x7f.1",
                "127.0.0.0x1",
                "0x",
                "017700000001",
                "2852039166",
                "127.0.0.1.",
                "127.0.0.256",
                "1.2.3.4.5",
                "1.2.3.4294967295",
                "１２７.０.０.１",
                "127。0。0。1",
                "127.0.0.①",
                "a.example.1",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:FFFF:8.8.8.8]"
            })
    void addressShouldBeRefusedWhenItIsNotWrittenPlainly(String host) {
        assertThat(OutboundUrl.parse("http://" + host + "/")).isInstanceOf(UrlVerdict.Refused.class);
    }

    @Test
    void urlShouldBeRefusedWhenItIsTooLong() {
        String longest = "http://a.example/" + "x".repeat(OutboundUrl.MAXIMUM_LENGTH - 17);

        assertThat(accepted(longest).uri()).hasToString(longest);
        assertThat(OutboundUrl.parse(longest + "x"))
                .isEqualTo(new UrlVerdict.Refused("the URL is longer than 2048 characters"));
    }

    @Test
    void urlShouldBeRefusedWhenOnlyItsCanonicalFormIsTooLong() {
        assertThat(OutboundUrl.parse("http://a.example/" + "€".repeat(300))).isInstanceOf(UrlVerdict.Refused.class);
    }

    @Test
    void hostShouldBeRefusedWhenItsNameIsTooLong() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));

        assertThat(accepted("http://" + longest).host()).isEqualTo(new Host.Name(longest));
        assertThat(OutboundUrl.parse("http://" + longest + "a")).isInstanceOf(UrlVerdict.Refused.class);
        assertThat(OutboundUrl.parse("http://a" + label + ".example")).isInstanceOf(UrlVerdict.Refused.class);
    }

    @Test
    void portShouldBeTheSchemesOwnWhenTheUrlNamesNone() {
        assertThat(accepted("http://a.example").port()).isEqualTo(80);
        assertThat(accepted("https://a.example").port()).isEqualTo(443);
        assertThat(accepted("http://a.example:65535").port()).isEqualTo(65535);
    }

    private static OutboundUrl accepted(String text) {
        UrlVerdict verdict = OutboundUrl.parse(text);
        assertThat(verdict).isInstanceOf(UrlVerdict.Accepted.class);
        return ((UrlVerdict.Accepted) verdict).url();
    }
}
