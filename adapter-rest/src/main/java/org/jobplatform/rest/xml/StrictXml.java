package org.jobplatform.rest.xml;

import java.io.StringReader;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jobplatform.rest.json.InvalidBody;
import org.jobplatform.rest.json.StrictJson;
import org.jobplatform.rest.json.Utf8Text;

/**
 * Reads XML 1.0 in UTF-8. It opens no file and no connection: a document type declaration is refused, and processing
 * instructions, inclusions and hints at schemas mean nothing. Refused are also two children of one name, and text beside
 * children. Comments do not count, and text in a CDATA section is text.
 */
public final class StrictXml {
    /** Deepest nesting of elements. */
    public static final int MAX_DEPTH = StrictJson.MAX_DEPTH;

    /** Longest text of an element, in characters. */
    public static final int MAX_TEXT = StrictJson.MAX_TEXT;

    static final int MAX_TOKENS = 10_000;
    static final int MAX_ATTRIBUTES = 64;
    static final int MAX_NAME = 256;

    private static final Map<String, Object> SETTINGS = Map.of(
            XMLInputFactory.SUPPORT_DTD,
            false,
            XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES,
            false,
            XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES,
            false,
            XMLInputFactory.IS_VALIDATING,
            false,
            XMLInputFactory.IS_COALESCING,
            true,
            XMLConstants.ACCESS_EXTERNAL_DTD,
            "",
            "jdk.xml.elementAttributeLimit",
            Integer.toString(MAX_ATTRIBUTES),
            "jdk.xml.maxXMLNameLimit",
            Integer.toString(MAX_NAME));

    private StrictXml() {}

    /**
     * The root element of the one document in these bytes.
     *
     * @throws InvalidBody when they are empty, not UTF-8, not XML, beyond a limit, or hold what is refused here
     */
    public static XmlElement read(byte[] body) {
        String text = Utf8Text.decode(body);
        if (text.isBlank()) {
            throw new InvalidBody("the body is empty, an XML document is expected");
        }
        try {
            return read(factory().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException malformed) {
            throw fault(malformed);
        }
    }

    /** A new one each time: the JDK's keeps the last document, and does not promise to be safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        SETTINGS.forEach(factory::setProperty);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside of the document is read");
        });
        return factory;
    }

    private static XmlElement read(XMLStreamReader xml) throws XMLStreamException {
        requireDeclaration(xml);
        XmlTree tree = new XmlTree();
        while (xml.hasNext()) {
            tree.countToken();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> tree.open(xml);
                case XMLStreamConstants.END_ELEMENT -> tree.close();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> tree.text(xml.getText());
                case XMLStreamConstants.DTD -> throw new InvalidBody("a document type declaration is not taken");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new InvalidBody("the XML names an entity that is not declared");
                default -> {
                    // Comments, processing instructions, white space around the root, and the end.
                }
            }
        }
        return tree.root();
    }

    private static void requireDeclaration(XMLStreamReader xml) {
        String version = xml.getVersion();
        if (version != null && !version.equals("1.0")) {
            throw new InvalidBody("only XML 1.0 is taken");
        }
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw new InvalidBody("the XML declares another encoding than UTF-8");
        }
    }

    /** The fault without any of the document, which may hold a secret. */
    private static InvalidBody fault(XMLStreamException fault) {
        boolean limit = String.valueOf(fault.getMessage()).contains("JAXP0001");
        Location place = fault.getLocation();
        return new InvalidBody((limit ? XmlTree.LIMIT : "the body is not valid XML")
                + (place == null || place.getLineNumber() < 1
                        ? ""
                        : " (line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ")"));
    }
}
