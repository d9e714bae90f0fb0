package org.jobplatform.conformance.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of a script; docs/conformance.md describes them. */
final class ScriptReader {
    private static final Duration CALLBACK = Duration.ofSeconds(30);

    private final String file;
    private final List<String> lines;
    private final Map<String, List<String>> headers = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String title = "";
    private Optional<String> gap = Optional.empty();
    private Duration within = Duration.ZERO;
    private boolean callback;
    private int at;

    ScriptReader(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    List<Case> read() {
        while (at < lines.size()) {
            String line = lines.get(at);
            try {
                if (line.startsWith("### ")) {
                    endCase();
                    title = line.substring(4).strip();
                    at++;
                } else if (line.startsWith("@")) {
                    directive(line.substring(1).strip().split(" +", 2));
                } else if (line.startsWith(">")) {
                    message();
                } else if (line.isBlank() || line.startsWith("#")) {
                    at++;
                } else {
                    throw new BadScript("this is neither a request nor an answer nor a comment: " + line);
                }
            } catch (BadScript | IllegalArgumentException bad) {
                throw new BadScript(file + ":" + (at + 1) + ": " + bad.getMessage());
            }
        }
        try {
            endCase();
        } catch (BadScript bad) {
            throw new BadScript(file + ": " + bad.getMessage());
        }
        return List.copyOf(cases);
    }

    private void endCase() {
        if (!title.isEmpty()) {
            cases.add(new Case(title, gap, List.copyOf(steps)));
        } else if (!steps.isEmpty()) {
            throw new BadScript("a step comes before the first case");
        }
        steps.clear();
        gap = Optional.empty();
    }

    private void directive(String[] words) {
        String argument = words.length > 1 ? words[1] : "";
        at++;
        switch (words[0]) {
            case "headers" -> headers.put(argument, block());
            case "gap" -> gap = Optional.of(argument);
            case "within" -> within = Duration.ofSeconds(number(argument));
            case "callback" -> callback = true;
            case "fresh" -> {
                String[] parts = argument.split(" ", -1);
                if (parts.length != 2) {
                    throw new BadScript("@fresh wants a name and a form");
                }
                steps.add(new Step.Fresh(at, parts[0], Step.Form.valueOf(parts[1].toUpperCase(Locale.ROOT))));
            }
            default -> throw new BadScript("there is no directive @" + words[0]);
        }
    }

    private List<String> block() {
        List<String> block = new ArrayList<>();
        while (at < lines.size() && !lines.get(at).isBlank()) {
            block.add(lines.get(at++));
        }
        return block;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new BadScript("'" + text + "' is no number");
        }
    }

    private void message() {
        int line = at + 1;
        List<String> request = side('>');
        List<String> answer = side('<');
        if (answer.isEmpty()) {
            throw new BadScript("a request without an answer");
        }
        if (callback) {
            steps.add(new Step.Callback(
                    line,
                    Template.of(request.getFirst()),
                    expectation("", request.subList(1, request.size())),
                    number(answer.getFirst()),
                    within.isZero() ? CALLBACK : within));
        } else {
            steps.add(new Step.Exchange(
                    line, request(request), expectation(answer.getFirst(), answer.subList(1, answer.size())), within));
        }
        callback = false;
        within = Duration.ZERO;
    }

    /** The lines behind this mark; those behind the mark and a plus sign go on with the line before. */
    private List<String> side(char mark) {
        List<String> side = new ArrayList<>();
        while (at < lines.size() && !lines.get(at).isEmpty() && lines.get(at).charAt(0) == mark) {
            String line = lines.get(at++);
            if (line.length() > 1 && line.charAt(1) == '+' && !side.isEmpty()) {
                side.set(side.size() - 1, side.getLast() + line.substring(2));
            } else {
                side.add(line.length() < 2 ? "" : line.substring(line.charAt(1) == ' ' ? 2 : 1));
            }
        }
        return side;
    }

    private Step.Request request(List<String> lines) {
        int empty = lines.indexOf("");
        List<Template> head = new ArrayList<>();
        for (String line : empty < 0 ? lines : lines.subList(0, empty)) {
            if (line.startsWith("&")) {
                named(line.substring(1)).forEach(field -> head.add(Template.of(field)));
            } else {
                head.add(Template.of(line));
            }
        }
        return new Step.Request(List.copyOf(head), Template.of(empty < 0 ? "" : body(lines, empty)));
    }

    private List<String> named(String name) {
        List<String> block = headers.get(name);
        if (block == null) {
            throw new BadScript("there are no @headers " + name);
        }
        return block;
    }

    private Step.Expectation expectation(String status, List<String> lines) {
        int empty = lines.indexOf("");
        List<Step.Header> present = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String line : empty < 0 ? lines : lines.subList(0, empty)) {
            int colon = line.indexOf(':');
            if (line.startsWith("!")) {
                absent.add(line.substring(1).strip());
            } else if (colon > 0) {
                present.add(new Step.Header(
                        line.substring(0, colon),
                        Template.of(line.substring(colon + 1).strip())));
            } else {
                throw new BadScript("no header field: " + line);
            }
        }
        return new Step.Expectation(
                status,
                List.copyOf(present),
                List.copyOf(absent),
                empty < 0 ? Optional.empty() : Optional.of(Template.of(body(lines, empty))));
    }

    private static String body(List<String> lines, int empty) {
        return String.join("\n", lines.subList(empty + 1, lines.size()));
    }
}
