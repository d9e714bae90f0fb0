package org.jobplatform.rest.informatica;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jobplatform.rest.xml.XmlElement;
import org.jobplatform.rest.xml.XmlWriter;

/**
 * The XML form of an answer of version 2. What is {@code @type} in JSON is the name of the element; members are child
 * elements; the elements of an array are children of one element, and an array by itself is a {@code List}.
 */
final class XmlAnswer {
    private static final String KIND = "@type";

    private XmlAnswer() {}

    /** The document for this answer, which must have a type or be an array of what has one. */
    static String write(JsonNode answer) {
        return XmlWriter.write(answer.isArray() ? element("List", answer) : typed(answer));
    }

    private static XmlElement typed(JsonNode object) {
        return element(object.path(KIND).asText(), object);
    }

    private static XmlElement element(String name, JsonNode value) {
        if (!value.isContainerNode()) {
            return XmlElement.of("", name, value.asText());
        }
        List<XmlElement> children = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> children.add(typed(item)));
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!member.getKey().equals(KIND)) {
                    children.add(element(member.getKey(), member.getValue()));
                }
            }
        }
        return XmlElement.of("", name, children);
    }
}
