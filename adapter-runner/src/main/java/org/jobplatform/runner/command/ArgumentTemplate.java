package org.jobplatform.runner.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts the values of a run's parameters into the places {@code ${name}} of a command's arguments; {@code $${name}} stands
 * for the text {@code ${name}} itself. A value never leaves its argument and is never parsed by anything here.
 *
 * <p>In the text that a shell is given ({@code sh -c text}) a value would be parsed, by the shell. There a parameter's
 * place becomes the variable that holds its value, and every other {@code ${name}} is left to the shell.
 */
final class ArgumentTemplate {

    private static final Pattern PLACE = Pattern.compile("\\$(\\$?)\\{([A-Za-z0-9_]{1,64})}");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "mksh", "zsh");
    private static final Set<String> OPTIONS_WITH_VALUE = Set.of("-o", "+o", "-O", "+O", "--rcfile", "--init-file");

    private ArgumentTemplate() {}

    static boolean hasPlaces(String text) {
        return PLACE.matcher(text).results().anyMatch(ArgumentTemplate::isPlace);
    }

    /** Throws {@link IllegalArgumentException} when a parameter is missing, or a value would become an option. */
    static List<String> fill(List<String> arguments, Map<String, String> parameters) {
        int shellText = shellText(arguments);
        return IntStream.range(0, arguments.size())
                .mapToObj(index -> index == shellText
                        ? fillShellText(arguments.get(index), parameters)
                        : fill(arguments, index, parameters))
                .toList();
    }

    private static String fill(List<String> arguments, int index, Map<String, String> parameters) {
        String template = arguments.get(index);
        String filled = PLACE.matcher(template).replaceAll(match -> {
            String name = match.group(2);
            if (!isPlace(match)) {
                return Matcher.quoteReplacement("${" + name + "}");
            }
            String value = parameters.get(name);
            if (value == null) {
                throw new IllegalArgumentException("argv[" + index + "] asks for parameter '" + name
                        + "', which neither the job nor the start has given");
            }
            return Matcher.quoteReplacement(value);
        });
        if (filled.startsWith("-")
                && !template.startsWith("-")
                && !arguments.subList(0, index).contains("--")) {
            throw new IllegalArgumentException(
                    "argv[" + index
                            + "] would become an option, because a parameter's value begins with '-'; only after the argument '--' it may");
        }
        return filled;
    }

    private static String fillShellText(String text, Map<String, String> parameters) {
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        isPlace(match) && parameters.containsKey(match.group(2))
                                ? "${" + CommandEnvironment.variable(match.group(2)) + "}"
                                : "${" + match.group(2) + "}"));
    }

    private static boolean isPlace(MatchResult match) {
        return match.group(1).isEmpty();
    }

    /** The index of what a shell parses as its script, or -1. */
    private static int shellText(List<String> arguments) {
        String program = arguments.getFirst();
        if (!SHELLS.contains(program.substring(program.lastIndexOf('/') + 1))) {
            return -1;
        }
        boolean parsesText = false;
        for (int index = 1; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (!argument.startsWith("-") && !argument.startsWith("+")) {
                return parsesText ? index : -1;
            }
            parsesText |= argument.matches("-[A-Za-z]*c[A-Za-z]*");
            if (OPTIONS_WITH_VALUE.contains(argument)) {
                index++;
            }
        }
        return -1;
    }
}
