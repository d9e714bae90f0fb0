package org.jobplatform.rest.xml;

import java.util.regex.Pattern;

/** Writes XML 1.0 without a declaration, which means UTF-8. */
public final class XmlWriter {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder xml = new StringBuilder();

    private XmlWriter() {}

    /**
     * The document of this root. A character that XML cannot hold is written as U+FFFD.
     *
     * @throws IllegalArgumentException when a name is not made of ASCII letters, digits and {@code . _ -}
     */
    public static String write(XmlElement root) {
        XmlWriter writer = new XmlWriter();
        writer.element(root, "", " xmlns:i=\"" + XmlElement.INSTANCE + "\"");
        return writer.xml.toString();
    }

    private void element(XmlElement element, String outer, String declarations) {
        if (!NAME.matcher(element.name()).matches()) {
            throw new IllegalArgumentException("not a name of an element");
        }
        xml.append('<').append(element.name()).append(declarations);
        if (!element.namespace().equals(outer)) {
            xml.append(" xmlns=\"");
            text(element.namespace());
            xml.append('"');
        }
        if (element.nil()) {
            xml.append(" i:nil=\"true\"/>");
            return;
        }
        xml.append('>');
        text(element.text());
        element.children().forEach(child -> element(child, element.namespace(), ""));
        xml.append("</").append(element.name()).append('>');
    }

    private void text(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // A reader would turn a bare one into a line feed.
                case '\r' -> xml.append("&#13;");
                default -> xml.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
            }
        });
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= ' ' && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character < 0xFFFE)
                || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
