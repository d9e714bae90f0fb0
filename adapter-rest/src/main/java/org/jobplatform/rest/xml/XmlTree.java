package org.jobplatform.rest.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jobplatform.rest.json.InvalidBody;
import org.jspecify.annotations.Nullable;

/** Grows the tree of a document while it is read, within the limits. */
final class XmlTree {
    static final String LIMIT = "the XML exceeds a limit: depth " + StrictXml.MAX_DEPTH + ", text "
            + StrictXml.MAX_TEXT + " characters, name " + StrictXml.MAX_NAME + ", " + StrictXml.MAX_ATTRIBUTES
            + " attributes of an element, " + StrictXml.MAX_TOKENS + " tokens";

    private static final class Open {
        private final String name;
        private final String namespace;
        private final boolean nil;
        private final StringBuilder text = new StringBuilder();
        private final List<XmlElement> children = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        Open(XMLStreamReader xml) {
            this.name = xml.getLocalName();
            this.namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
            String declared = xml.getAttributeValue(XmlElement.INSTANCE, "nil");
            this.nil = declared != null
                    && (declared.strip().equals("true") || declared.strip().equals("1"));
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable XmlElement root;
    private int tokens;

    void countToken() {
        require(++tokens <= StrictXml.MAX_TOKENS);
    }

    void open(XMLStreamReader xml) {
        require(open.size() < StrictXml.MAX_DEPTH);
        require(xml.getAttributeCount() + xml.getNamespaceCount() <= StrictXml.MAX_ATTRIBUTES);
        require(xml.getLocalName().length() <= StrictXml.MAX_NAME);
        Open element = new Open(xml);
        if (!open.isEmpty() && !open.peek().names.add(element.name)) {
            throw new InvalidBody("the XML names an element twice");
        }
        open.push(element);
    }

    void text(String piece) {
        Open element = open.peek();
        if (element != null) {
            require(element.text.length() + piece.length() <= StrictXml.MAX_TEXT);
            element.text.append(piece);
        }
    }

    void close() {
        Open element = open.pop();
        String text = element.text.toString();
        boolean parent = !element.children.isEmpty();
        if ((parent || open.isEmpty()) && !text.isBlank()) {
            throw new InvalidBody("the XML has text where only elements are taken");
        }
        if (element.nil && (parent || !text.isEmpty())) {
            throw new InvalidBody("an element of the XML says that it is nil, and is not empty");
        }
        XmlElement closed = new XmlElement(
                element.name, element.namespace, element.nil, parent || open.isEmpty() ? "" : text, element.children);
        if (open.isEmpty()) {
            root = closed;
        } else {
            open.peek().children.add(closed);
        }
    }

    XmlElement root() {
        if (root == null) {
            throw new InvalidBody("the XML has no element");
        }
        return root;
    }

    private static void require(boolean within) {
        if (!within) {
            throw new InvalidBody(LIMIT);
        }
    }
}
