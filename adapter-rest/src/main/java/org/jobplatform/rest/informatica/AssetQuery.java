package org.jobplatform.rest.informatica;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;

/**
 * The filter of {@code GET objects}: conditions such as {@code type=='MTT'} and {@code location=='Default'}, joined by
 * {@code and}, all of which must hold. Types are compared without regard to case; a location is exactly the place that an
 * object lies in.
 */
final class AssetQuery {
    private static final Pattern CONDITION =
            Pattern.compile("\\s*([A-Za-z.]+)\\s*(==|!=|<=|>=|=>|<|>)\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*");
    private static final Pattern AND = Pattern.compile("(?i)and(?=\\s)");
    private static final Set<String> OF_THE_VENDOR = Set.of("updatedBy", "updateTime", "tag");

    private record Condition(String field, String value) {
        boolean accepts(Asset asset) {
            return field.equals("type")
                    ? asset.type().equalsIgnoreCase(value)
                    : asset.location().equals(value);
        }
    }

    private final List<Condition> conditions;

    private AssetQuery(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /** The query of this text; without any text, all objects. @throws InvalidBody when it cannot be understood */
    static AssetQuery parse(Optional<String> text) {
        return new AssetQuery(text.map(AssetQuery::conditions).orElse(List.of()));
    }

    boolean accepts(Asset asset) {
        return conditions.stream().allMatch(condition -> condition.accepts(asset));
    }

    private static List<Condition> conditions(String text) {
        Matcher next = CONDITION.matcher(text);
        List<Condition> found = new ArrayList<>();
        int at = 0;
        while (true) {
            if (!next.region(at, text.length()).lookingAt()) {
                throw invalid("must be conditions like type=='MTT', joined by and");
            }
            found.add(condition(next));
            at = next.end();
            if (at == text.length()) {
                return found;
            }
            Matcher and = AND.matcher(text).region(at, text.length());
            if (!and.lookingAt()) {
                throw invalid("has something else than and between two conditions");
            }
            at = and.end();
        }
    }

    private static Condition condition(Matcher condition) {
        String field = condition.group(1);
        if (OF_THE_VENDOR.contains(field) || field.toLowerCase(Locale.ROOT).startsWith("sourcecontrol.")) {
            throw invalid("can ask for type and location only");
        }
        if (!field.equals("type") && !field.equals("location")) {
            throw invalid("asks for a field that is not known; type and location are");
        }
        if (!condition.group(2).equals("==")) {
            throw invalid("can compare by == only");
        }
        return new Condition(field, condition.group(3) != null ? condition.group(3) : condition.group(4));
    }

    private static InvalidBody invalid(String message) {
        return new InvalidBody(List.of(new FieldProblem("q", message)));
    }
}
