package org.jobplatform.rest.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlWriterTest {
    private static final String NAMESPACE = "http://example.com/answer";
    private static final XmlElement ANSWER = XmlElement.of(
            NAMESPACE,
            "answer",
            List.of(
                    XmlElement.of(NAMESPACE, "a", "\"x\" < 'y' && z > ]]>\r\n\t\u6F22\uD83D\uDE00"),
                    XmlElement.nil(NAMESPACE, "b"),
                    XmlElement.of(NAMESPACE, "c", List.of(XmlElement.of("", "d", ""))),
                    XmlElement.of(NAMESPACE, "e", "")));

    @Test
    void elementShouldBeWrittenWithItsNamespacesAndEscapes() {
        assertThat(XmlWriter.write(ANSWER))
                .isEqualTo("<answer xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns=\"http://example.com/answer\">"
                        + "<a>&quot;x&quot; &lt; 'y' &amp;&amp; z &gt; ]]&gt;&#13;\n\t\u6F22\uD83D\uDE00</a>"
                        + "<b i:nil=\"true\"/><c><d xmlns=\"\"></d></c><e></e></answer>");
    }

    @Test
    void whatIsWrittenShouldBeReadBack() {
        assertThat(StrictXml.read(XmlWriter.write(ANSWER).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ANSWER);
    }

    @Test
    void characterThatXmlCannotHoldShouldBeReplaced() {
        XmlElement element = XmlElement.of("", "a", List.of(XmlElement.of("", "b", "1\u00002\u001B3\uD8004\uFFFE5")));
        String written = XmlWriter.write(element);
        assertThat(written).contains("<b>1\uFFFD2\uFFFD3\uFFFD4\uFFFD5</b>");
        StrictXml.read(written.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a>", "a:b", "\u00E9"})
    void unusualNameShouldBeRefused(String name) {
        assertThatThrownBy(() -> XmlWriter.write(XmlElement.of("", name, "")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
