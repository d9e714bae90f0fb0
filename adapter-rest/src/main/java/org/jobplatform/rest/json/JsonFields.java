package org.jobplatform.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, asked for by name. A problem does not interrupt: it is noted, a harmless value is
 * returned, and {@link #check()} throws once with all of them, those of nested objects too. An explicit {@code null} is
 * the same as an absent member. Not safe for several threads.
 */
public final class JsonFields {
    private final ObjectNode object;
    private final JsonRules rules;
    private final String path;
    private final List<FieldProblem> problems;
    private final List<JsonFields> nested;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(
            ObjectNode object, JsonRules rules, String path, List<FieldProblem> problems, List<JsonFields> nested) {
        this.object = object;
        this.rules = rules;
        this.path = path;
        this.problems = problems;
        this.nested = nested;
        nested.add(this);
    }

    /** The members of this object, which may come from another format than JSON. */
    public static JsonFields of(ObjectNode object, JsonRules rules) {
        return new JsonFields(object, rules, "", new ArrayList<>(), new ArrayList<>());
    }

    /** Text that must be there and not be empty; empty text when it is not. */
    public String requiredText(String name, int maxLength) {
        return required(name, text(name, maxLength, TextRule.FREE));
    }

    /** Text of at most {@code maxLength} characters; may be empty. */
    public Optional<String> optionalText(String name, int maxLength) {
        return Optional.ofNullable(text(name, maxLength, TextRule.FREE));
    }

    /** As {@link #requiredText}, and control characters are refused: for ids and names. */
    public String requiredName(String name, int maxLength) {
        return required(name, text(name, maxLength, TextRule.NAME));
    }

    /** As {@link #optionalText}, and control characters are refused: for ids and names. */
    public Optional<String> optionalName(String name, int maxLength) {
        return Optional.ofNullable(text(name, maxLength, TextRule.NAME));
    }

    /**
     * Text turned into a value; an {@link IllegalArgumentException} or {@link DateTimeException} of the parser
     * becomes the field's problem.
     */
    public <T> Optional<T> optionalParsed(String name, int maxLength, Function<String, T> parser) {
        return optionalName(name, maxLength).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | DateTimeException refused) {
                problem(name, "is not valid");
                return Optional.empty();
            }
        });
    }

    /** A whole number between the bounds, both included. */
    public OptionalInt optionalInteger(String name, int min, int max) {
        OptionalLong value = optionalLong(name, min, max);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    /** A whole number between the bounds, both included. */
    public OptionalLong optionalLong(String name, long min, long max) {
        JsonNode node = find(name, SpelledValue::number);
        if (node == null) {
            return OptionalLong.empty();
        }
        if (!node.isIntegralNumber()) {
            problem(name, "must be a whole number");
        } else if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            problem(name, "must be between " + min + " and " + max);
        } else {
            return OptionalLong.of(node.longValue());
        }
        return OptionalLong.empty();
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> optionalBoolean(String name) {
        JsonNode node = find(name, SpelledValue::truth);
        if (node != null && !node.isBoolean()) {
            problem(name, "must be true or false");
            return Optional.empty();
        }
        return Optional.ofNullable(node).map(JsonNode::booleanValue);
    }

    /** A nested object, whose problems are reported with this one's. */
    public Optional<JsonFields> optionalObject(String name) {
        JsonNode node = find(name, SpelledValue::object);
        if (node != null && !node.isObject()) {
            problem(name, "must be an object");
            return Optional.empty();
        }
        return Optional.ofNullable(node).map(found -> nested((ObjectNode) found, at(name)));
    }

    /** An array of objects; empty when absent. */
    public List<JsonFields> optionalObjects(String name, int maxItems) {
        List<JsonFields> found = new ArrayList<>();
        items(name, maxItems).forEach((at, item) -> {
            if (item instanceof ObjectNode node) {
                found.add(nested(node, at(at)));
            } else {
                problem(at, "must be an object");
            }
        });
        return List.copyOf(found);
    }

    /** An array of texts; empty when absent. */
    public List<String> optionalTexts(String name, int maxItems, int maxLength) {
        List<String> found = new ArrayList<>();
        items(name, maxItems).forEach((at, item) -> {
            String text = text(at, item, maxLength, TextRule.FREE);
            if (text != null) {
                found.add(text);
            }
        });
        return List.copyOf(found);
    }

    /** An object whose members are all texts, in their order; empty when absent. Names hold no control characters. */
    public Map<String, String> optionalTextMap(String name, int maxEntries, int maxLength) {
        Map<String, String> found = new LinkedHashMap<>();
        optionalObject(name).ifPresent(map -> {
            if (map.object.size() > maxEntries) {
                problem(name, "has more than " + maxEntries + " entries");
            }
            for (String key : map.names()) {
                if (TextRule.NAME.problem(key, maxLength) != null) {
                    problem(name, "has a name that is not valid");
                }
                map.optionalText(key, maxLength).ifPresent(value -> found.put(key, value));
            }
        });
        return found;
    }

    /** Whether the member is there and not {@code null}; counts as asked for. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /** The member as it is, for a reader of its own; counts as asked for. */
    public Optional<JsonNode> node(String name) {
        return Optional.ofNullable(find(name));
    }

    /** The names of all members, those that are {@code null} too, in their order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The names that were asked for, whether they are there or not. */
    public Set<String> asked() {
        return Set.copyOf(asked);
    }

    /** Notes a problem the caller found in a member. */
    public void problem(String name, String message) {
        problems.add(new FieldProblem(at(name), message));
    }

    /** Notes every member of this object that was never asked for. */
    public void noOthers() {
        for (String name : names()) {
            if (asked.add(name)) {
                problem(name, "is not known");
            }
        }
    }

    /**
     * Ends the reading. Under rules that refuse unknown fields this object and the nested ones are searched for them.
     *
     * @throws InvalidBody when any problem was noted, with all of them
     */
    public void check() {
        if (rules.unknownFieldsRefused()) {
            nested.forEach(JsonFields::noOthers);
        }
        if (!problems.isEmpty()) {
            throw new InvalidBody(problems);
        }
    }

    private String required(String name, @Nullable String text) {
        if (text == null && problems.stream().noneMatch(known -> known.field().equals(at(name)))) {
            problem(name, "is missing");
        } else if (text != null && text.isEmpty()) {
            problem(name, "is empty");
        }
        return text == null ? "" : text;
    }

    private @Nullable String text(String name, int maxLength, TextRule rule) {
        JsonNode node = find(name);
        return node == null ? null : text(name, node, maxLength, rule);
    }

    private @Nullable String text(String name, JsonNode node, int maxLength, TextRule rule) {
        if (!node.isTextual() && !(rules.numberAsText() && node.isIntegralNumber())) {
            problem(name, "must be text");
            return null;
        }
        String text = node.asText();
        String wrong = rule.problem(text, maxLength);
        if (wrong != null) {
            problem(name, wrong);
            return null;
        }
        return text;
    }

    private Map<String, JsonNode> items(String name, int maxItems) {
        JsonNode node = find(name);
        Map<String, JsonNode> items = new LinkedHashMap<>();
        if (node == null) {
            return items;
        }
        if (!node.isArray()) {
            problem(name, "must be an array");
        } else if (node.size() > maxItems) {
            problem(name, "has more than " + maxItems + " items");
        } else {
            for (int index = 0; index < node.size(); index++) {
                items.put(name + "[" + index + "]", node.get(index));
            }
        }
        return items;
    }

    private @Nullable JsonNode find(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private @Nullable JsonNode find(String name, UnaryOperator<JsonNode> spelled) {
        JsonNode node = find(name);
        return node != null && node.isTextual() && rules.textAsValue() ? spelled.apply(node) : node;
    }

    private JsonFields nested(ObjectNode node, String at) {
        return new JsonFields(node, rules, at, problems, nested);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
