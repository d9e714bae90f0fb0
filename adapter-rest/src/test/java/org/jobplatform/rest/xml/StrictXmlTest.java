package org.jobplatform.rest.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.JsonFields;
import org.jobplatform.rest.json.JsonRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictXmlTest {
    private static final String NAMESPACES =
            " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"http://example.com/request\"";

    private static XmlElement read(String xml) {
        return StrictXml.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String member(String xml, String name) {
        return read(xml).members().get(name).asText();
    }

    @Test
    void elementShouldBeReadWithAndWithoutNamespace() {
        XmlElement declared = read("<job" + NAMESPACES + "><id> 7 </id></job>");
        assertThat(declared.name()).isEqualTo("job");
        assertThat(declared.namespace()).isEqualTo("http://example.com/request");
        assertThat(declared.children()).containsExactly(XmlElement.of("http://example.com/request", "id", " 7 "));
        XmlElement prefixed = read("<p:job xmlns:p=\"http://example.com/request\"><p:id> 7 </p:id></p:job>");
        assertThat(prefixed).isEqualTo(declared);
        assertThat(read("<job><id> 7 </id></job>"))
                .isEqualTo(XmlElement.of("", "job", List.of(XmlElement.of("", "id", " 7 "))));
    }

    @Test
    void declarationByteOrderMarkCommentsAndSpaceShouldNotCount() {
        String document = """
                \uFEFF<?xml version="1.0" encoding="utf-8" standalone="yes"?>
                <!-- a -->
                <a>
                  <b>x<!-- y -->z</b>
                </a>
                <!-- b -->
                """;
        assertThat(read(document)).isEqualTo(read("<a><b>xz</b></a>"));
    }

    @Test
    void nilShouldBeAbsentAndEmptyShouldBeEmptyText() {
        JsonFields fields = JsonFields.of(
                read("<a" + NAMESPACES + "><n i:nil=\"true\"/><m i:nil=\"1\"></m><l i:nil=\"false\">x</l><e/></a>")
                        .members(),
                JsonRules.TEXTUAL);
        assertThat(fields.optionalText("n", 9)).isEmpty();
        assertThat(fields.has("m")).isFalse();
        assertThat(fields.optionalText("l", 9)).hasValue("x");
        assertThat(fields.optionalText("e", 9)).hasValue("");
        fields.check();
    }

    @Test
    void textShouldKeepItsSpaceAndItsEscapes() {
        assertThat(member("<a><b> &lt;x&gt; &amp; &quot;&apos;&#65;&#x1F600; </b></a>", "b"))
                .isEqualTo(" <x> & \"'A\uD83D\uDE00 ");
        assertThat(member("<a><b>1<![CDATA[<c>&amp;]]]]><![CDATA[>]]>2</b></a>", "b"))
                .isEqualTo("1<c>&amp;]]>2");
        assertThat(member("<a><b>\u6F22\uD83D\uDE00</b></a>", "b")).isEqualTo("\u6F22\uD83D\uDE00");
    }

    @Test
    void nestedElementsShouldBecomeNestedFields() {
        JsonFields fields = JsonFields.of(
                read("<job><runtime><file> f </file></runtime><none/></job>").members(), JsonRules.TEXTUAL);
        assertThat(fields.optionalObject("runtime").orElseThrow().optionalText("file", 9))
                .hasValue(" f ");
        assertThat(fields.optionalObject("none")).isPresent();
        fields.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a/>x",
                "x",
                "{\"a\":1}",
                "<a b=1/>",
                "<a b=\"1\" b=\"2\"/>",
                "<a><b>1</b><b>2</b></a>",
                "<a xmlns:p=\"x\"><p:b/><b/></a>",
                "<a>x<b/></a>",
                "<a><b/>x</a>",
                "<a><b>x<c/></b></a>",
                "<a>x</a>",
                "<a><b>&c;</b></a>",
                "<a b=\"&c;\"/>",
                "<a><b>&#0;</b></a>",
                "<a><b>&#x1F;</b></a>",
                "<a><b>&#xD800;</b></a>",
                "<a><b>\u0000</b></a>",
                "<a><b>\uFFFE</b></a>",
                "<a><p:b/></a>",
                "<a xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><b i:nil=\"true\">x</b></a>",
                "<a xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><b i:nil=\"true\"><c/></b></a>",
                "<?xml version=\"1.1\"?><a/>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>",
                "<?xml version=\"1.0\" encoding=\"IBM1047\"?><a/>",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>",
                "+ADw-a/+AD4-",
                " <?xml version=\"1.0\"?><a/>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><a><b>&b;</b></a>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a><b>&b;</b></a>",
                "<a><!DOCTYPE a></a>"
            })
    void otherThanOneStrictDocumentShouldBeRefused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(InvalidBody.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM1047", "ISO-8859-1"})
    void otherEncodingThanUtf8ShouldBeRefused(String charset) {
        byte[] body = "<a><b>\u00E9</b></a>".getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> StrictXml.read(body)).isInstanceOf(InvalidBody.class);
    }

    @Test
    void refusalShouldNotRepeatTheDocument() {
        assertThatThrownBy(() -> read("<password>hunter2</passwort>"))
                .isInstanceOf(InvalidBody.class)
                .hasMessage("the body is not valid XML (line 1, column 20)");
        assertThatThrownBy(() -> read("<a><b>&hunter2;</b></a>")).message().doesNotContain("hunter2");
    }

    @Test
    void sizesBeyondTheLimitsShouldBeRefused() {
        for (String xml : new String[] {
            "<a>".repeat(StrictXml.MAX_DEPTH + 1) + "</a>".repeat(StrictXml.MAX_DEPTH + 1),
            "<a>".repeat(100_000),
            "<a>".repeat(100_000) + "</a>".repeat(100_000),
            "<a><b>" + "x".repeat(StrictXml.MAX_TEXT + 1) + "</b></a>",
            "<a><b>" + "x&amp;".repeat(StrictXml.MAX_TEXT / 2 + 1) + "</b></a>",
            "<a>" + "<!---->".repeat(StrictXml.MAX_TOKENS) + "</a>",
            "<a>" + many(StrictXml.MAX_TOKENS, "<e%d/>") + "</a>",
            "<a " + many(StrictXml.MAX_ATTRIBUTES + 1, "b%d=\"\" ") + "/>",
            "<a " + many(StrictXml.MAX_ATTRIBUTES + 1, "xmlns:b%d=\"c\" ") + "/>",
            "<a " + many(100_000, "b%d=\"\" ") + "/>",
            "<" + "a".repeat(StrictXml.MAX_NAME + 1) + "/>",
            "<a " + "b".repeat(1 << 20) + "=\"\"/>"
        }) {
            assertThatThrownBy(() -> read(xml)).isInstanceOf(InvalidBody.class).hasMessageStartingWith(XmlTree.LIMIT);
        }
        read("<a>".repeat(StrictXml.MAX_DEPTH) + "</a>".repeat(StrictXml.MAX_DEPTH));
        read("<a><b>" + "x".repeat(StrictXml.MAX_TEXT) + "</b></a>");
        read("<" + "a".repeat(StrictXml.MAX_NAME) + "/>");
        read("<a " + many(StrictXml.MAX_ATTRIBUTES, "b%d=\"\" ") + "/>");
    }

    private static String many(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
    }

    @Test
    void entityExpansionsShouldBeRefusedAtOnce() {
        String laughs = "<!DOCTYPE a [<!ENTITY l0 \"lol\">"
                + IntStream.rangeClosed(1, 30)
                        .mapToObj(
                                level -> "<!ENTITY l%d \"%s\">".formatted(level, ("&l" + (level - 1) + ";").repeat(10)))
                        .collect(Collectors.joining())
                + "]><a><b>&l30;</b></a>";
        String quadratic =
                "<!DOCTYPE a [<!ENTITY x \"" + "x".repeat(50_000) + "\">]><a><b>" + "&x;".repeat(1_000) + "</b></a>";
        assertThatThrownBy(() -> read("<!DOCTYPE a><a/>")).isInstanceOf(InvalidBody.class); // what is loaded once
        for (String xml : new String[] {laughs, quadratic}) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> read(xml)).isInstanceOf(InvalidBody.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void nothingOutsideOfTheDocumentShouldBeAskedFor() throws IOException {
        try (ServerSocketChannel listening =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            listening.configureBlocking(false);
            String url = "http://127.0.0.1:" + listening.socket().getLocalPort() + "/x";
            for (String refused : new String[] {
                "<!DOCTYPE a SYSTEM \"%s\"><a/>",
                "<!DOCTYPE a PUBLIC \"-//X//Y\" \"%s\"><a/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"%s\">]><a><b>&b;</b></a>",
                "<!DOCTYPE a [<!ENTITY %% b SYSTEM \"%s\">%%b;]><a/>",
                "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\"><!ENTITY c SYSTEM \"%s\">]><a b=\"&c;\"/>"
            }) {
                assertThatThrownBy(() -> read(refused.formatted(url))).isInstanceOf(InvalidBody.class);
            }
            for (String inert : new String[] {
                "<?xml-stylesheet type=\"text/xsl\" href=\"%s\"?><a><b>1</b></a>",
                "<a xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\" s:schemaLocation=\"x %1$s\""
                        + " s:noNamespaceSchemaLocation=\"%1$s\"><b>1</b></a>",
                "<a><b>1</b><x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"%s\"/></a>",
                "<a xmlns=\"%s\"><b>1</b></a>"
            }) {
                assertThat(member(inert.formatted(url), "b")).isEqualTo("1");
            }
            assertThat(listening.accept()).isNull();
        }
    }

    @Test
    void damagedDocumentShouldBeReadOrRefusedAndNothingElse() {
        byte[] whole = ("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a" + NAMESPACES
                        + " c='&lt;'><!--x--><b i:nil=\"true\"/><?p q?><d><![CDATA[e]]>&amp;&#65;</d></a>")
                .getBytes(StandardCharsets.UTF_8);
        Random chance = new Random(20_260_131);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int change = chance.nextInt(4); change >= 0; change--) {
                damaged[chance.nextInt(damaged.length)] = (byte) (32 + chance.nextInt(96));
            }
            try {
                StrictXml.read(damaged);
                read++;
            } catch (InvalidBody refused) {
                assertThat(refused).hasMessageNotContaining("Exception");
            }
        }
        assertThat(read).isLessThan(20_000);
    }
}
