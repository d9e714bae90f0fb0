package org.jobplatform.conformance.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with places between double braces: to be filled in a request, to be recognized in an answer. */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(?!\\{)(.*?)\\}\\}", Pattern.DOTALL);
    private static final Pattern MATCHER = Pattern.compile("([A-Za-z]*)\\?([a-z]+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]+");
    private static final Pattern BYTES = Pattern.compile("hex ((?:[0-9a-f]{2})+)");
    private static final Pattern REPEAT = Pattern.compile("repeat ([0-9]+) (.+)", Pattern.DOTALL);

    private final String source;
    private final List<Part> parts;

    private sealed interface Part {}

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares parts.
    private record Fixed(byte[] bytes) implements Part {}

    private record Named(String name) implements Part {}

    /** @param name under which it is kept; empty when it is not */
    private record Matched(String name, Kind kind) implements Part {}

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = parts;
    }

    /** Reads the text. @throws BadScript when a place has no meaning */
    public static Template of(String source) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(source);
        int end = 0;
        while (place.find()) {
            parts.add(new Fixed(source.substring(end, place.start()).getBytes(UTF_8)));
            parts.add(part(place.group(1)));
            end = place.end();
        }
        parts.add(new Fixed(source.substring(end).getBytes(UTF_8)));
        return new Template(source, List.copyOf(parts));
    }

    private static Part part(String text) {
        Matcher matched = MATCHER.matcher(text);
        if (matched.matches()) {
            return new Matched(matched.group(1), Kind.named(matched.group(2)));
        }
        if (NAME.matcher(text).matches()) {
            return new Named(text);
        }
        Matcher bytes = BYTES.matcher(text);
        if (bytes.matches()) {
            return new Fixed(HexFormat.of().parseHex(bytes.group(1)));
        }
        Matcher repeat = REPEAT.matcher(text);
        if (repeat.matches()) {
            return new Fixed(
                    repeat.group(2).repeat(Integer.parseInt(repeat.group(1))).getBytes(UTF_8));
        }
        throw new BadScript("{{" + text + "}} has no meaning");
    }

    /** The bytes with every place filled. @throws BadScript when a name is not known, or a place can only be recognized */
    public byte[] fill(Variables variables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Part part : parts) {
            bytes.writeBytes(
                    switch (part) {
                        case Fixed fixed -> fixed.bytes();
                        case Named named -> variables.get(named.name()).getBytes(UTF_8);
                        case Matched matched ->
                            throw new BadScript("a request cannot leave open what {{" + matched.name() + "?"
                                    + matched.kind() + "}} is");
                    });
        }
        return bytes.toByteArray();
    }

    /**
     * Compares, byte for byte outside of the places. When all is well, what the named places hold is kept.
     *
     * @return how the bytes differ; empty when they do not
     */
    public Optional<String> difference(byte[] actual, Variables variables) {
        String text = new String(actual, ISO_8859_1);
        Matcher matcher = pattern(parts.size(), variables).matcher(text);
        if (!matcher.matches()) {
            return Optional.of(describe(text, variables));
        }
        int group = 0;
        for (Part part : parts) {
            if (part instanceof Matched matched) {
                group++;
                if (!matched.name().isEmpty()) {
                    variables.put(
                            matched.name(), new String(matcher.group(group).getBytes(ISO_8859_1), UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    private String describe(String text, Variables variables) {
        int same = 0;
        for (int count = 1; count <= parts.size(); count++) {
            Matcher matcher = pattern(count, variables).matcher(text);
            if (matcher.lookingAt()) {
                same = matcher.end();
            } else {
                same += parts.get(count - 1) instanceof Fixed fixed ? commonStart(fixed.bytes(), text, same) : 0;
                break;
            }
        }
        String actual = new String(text.getBytes(ISO_8859_1), UTF_8);
        return "expected: " + cut(source) + "\n  but was: " + cut(actual) + "\n  from character " + same + " on: "
                + cut(text.substring(same));
    }

    private static int commonStart(byte[] expected, String text, int from) {
        int same = 0;
        while (same < expected.length
                && from + same < text.length()
                && (expected[same] & 0xff) == text.charAt(from + same)) {
            same++;
        }
        return same;
    }

    private Pattern pattern(int count, Variables variables) {
        StringBuilder regex = new StringBuilder();
        List<String> groups = new ArrayList<>();
        for (Part part : parts.subList(0, count)) {
            switch (part) {
                case Fixed fixed -> regex.append(Pattern.quote(new String(fixed.bytes(), ISO_8859_1)));
                case Named named -> regex.append(sameAs(named.name(), groups, variables));
                case Matched matched -> {
                    groups.add(matched.name());
                    regex.append('(').append(matched.kind().pattern()).append(')');
                }
            }
        }
        return Pattern.compile(regex.toString());
    }

    /** What a name stands for: a place before it in this template, or else what was known before. */
    private static String sameAs(String name, List<String> groups, Variables variables) {
        int group = groups.lastIndexOf(name);
        return group >= 0
                ? "(?:\\" + (group + 1) + ")"
                : Pattern.quote(new String(variables.get(name).getBytes(UTF_8), ISO_8859_1));
    }

    private static String cut(String text) {
        return text.length() <= 1_500 ? text : text.substring(0, 1_500) + " ...";
    }

    @Override
    public String toString() {
        return source;
    }
}
