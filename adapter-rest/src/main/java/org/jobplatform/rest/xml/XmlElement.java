package org.jobplatform.rest.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * An element with either text or children. Attributes are not kept.
 *
 * @param name without prefix
 * @param namespace empty when it has none
 * @param nil declared to be no value, by {@code xsi:nil}; then text and children are empty
 * @param text empty when there are children
 */
public record XmlElement(String name, String namespace, boolean nil, String text, List<XmlElement> children) {
    /** The namespace of the attribute {@code nil}. */
    public static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** Copies the children. @throws IllegalArgumentException when the content is of more than one kind */
    public XmlElement {
        children = List.copyOf(children);
        if ((nil && !text.isEmpty()) || (!children.isEmpty() && (nil || !text.isEmpty()))) {
            throw new IllegalArgumentException("an element holds text, children, or nothing");
        }
    }

    /** An element with text, which may be empty. */
    public static XmlElement of(String namespace, String name, String text) {
        return new XmlElement(name, namespace, false, text, List.of());
    }

    /** An element with children, which may be none. */
    public static XmlElement of(String namespace, String name, List<XmlElement> children) {
        return new XmlElement(name, namespace, false, "", children);
    }

    /** An element that says there is no value. */
    public static XmlElement nil(String namespace, String name) {
        return new XmlElement(name, namespace, true, "", List.of());
    }

    /**
     * The children as members by their names: text for an element without children, {@code null} for a nil one. Of
     * children of one name the last counts; {@link StrictXml} lets no two through.
     */
    public ObjectNode members() {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        children.forEach(child -> members.set(child.name, child.value()));
        return members;
    }

    private JsonNode value() {
        return nil ? NullNode.instance : children.isEmpty() ? TextNode.valueOf(text) : members();
    }
}
