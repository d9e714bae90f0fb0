package org.jobplatform.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Turns YAML into the trees that the native API's reader takes. A plain scalar becomes a number or a truth value only where
 * its text is exactly how that would be written again, so that {@code 007} or {@code 1.10} stays the text it is.
 */
final class YamlDocuments {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final int MOST_NESTED = 32;

    private YamlDocuments() {}

    /** The documents of a file, empty ones left out. @throws IllegalArgumentException when it is no YAML of plain data */
    static List<JsonNode> read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(MOST_NESTED);
        List<JsonNode> documents = new ArrayList<>();
        try {
            for (Node node : new Yaml(new SafeConstructor(options)).composeAll(new StringReader(text))) {
                JsonNode document = tree(node, 0);
                if (!document.isNull()) {
                    documents.add(document);
                }
            }
        } catch (YAMLException malformed) {
            throw new IllegalArgumentException("is no valid YAML: " + malformed.getMessage(), malformed);
        }
        return documents;
    }

    private static JsonNode tree(Node node, int depth) {
        if (depth > MOST_NESTED) {
            throw new IllegalArgumentException("is nested deeper than " + MOST_NESTED);
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, depth);
            case SequenceNode sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.getValue().forEach(element -> array.add(tree(element, depth + 1)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("holds something that is no plain data");
        };
    }

    private static ObjectNode object(MappingNode mapping, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new IllegalArgumentException("has a key that is no text");
            }
            if (object.has(key.getValue())) {
                throw new IllegalArgumentException("has the key " + key.getValue() + " twice");
            }
            object.set(key.getValue(), tree(entry.getValueNode(), depth + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return nodes.textNode(text);
        }
        if (text.isEmpty() || text.equals("~") || text.equals("null")) {
            return nodes.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return nodes.booleanNode(text.equals("true"));
        }
        return WHOLE_NUMBER.matcher(text).matches() ? nodes.numberNode(Long.parseLong(text)) : nodes.textNode(text);
    }
}
