package org.jobplatform.conformance.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jobplatform.conformance.script.BadScript;
import org.jobplatform.conformance.script.Template;
import org.jobplatform.conformance.script.Variables;

/** Makes every trial that a rule means: one for each request, and where it is about fields for each field of its kinds. */
final class Trials {
    private final List<GoodRequest> requests;
    private final Variables variables;

    Trials(List<GoodRequest> requests, Variables variables) {
        this.requests = requests;
        this.variables = variables;
    }

    List<Trial> of(Rule rule) {
        return requests.stream()
                .filter(rule::isFor)
                .flatMap(request -> of(rule, request))
                .toList();
    }

    private Stream<Trial> of(Rule rule, GoodRequest request) {
        String[] where = rule.where().split(" +", 2);
        return switch (where[0]) {
            case "fields" -> fields(rule, request, Arrays.asList(where[1].split(",", -1)));
            case "body" -> request.body().isEmpty() ? Stream.of() : Stream.of(body(rule, request));
            case "method" ->
                one(
                        rule,
                        request.with(rule.input().strip(), request.target(), request.headers(), "HTTP/1.1", variables));
            case "target" ->
                one(rule, request.with(request.method(), filled(rule), request.headers(), "HTTP/1.1", variables));
            case "protocol" ->
                one(rule, request.with(request.method(), request.target(), request.headers(), filled(rule), variables));
            case "header" ->
                one(
                        rule,
                        request.with(
                                request.method(),
                                request.target(),
                                replaced(request.headers(), where[1], rule.input()),
                                "HTTP/1.1",
                                variables));
            default -> throw new BadScript("nothing can be spoiled at " + rule.where());
        };
    }

    private String filled(Rule rule) {
        return new String(Template.of(rule.input().strip()).fill(variables), UTF_8);
    }

    private static Stream<Trial> one(Rule rule, GoodRequest.Spoiled spoiled) {
        return Stream.of(new Trial(rule, spoiled, "", rule.where() + " " + rule.input()));
    }

    private Stream<Trial> fields(Rule rule, GoodRequest request, List<String> kinds) {
        byte[] value = Template.of(rule.input().strip()).fill(variables);
        return request.fields().entrySet().stream()
                .filter(field -> kinds.contains(field.getValue()))
                .map(field -> new Trial(
                        rule,
                        request.withField(field.getKey(), value, variables),
                        rule.named() ? field.getKey() : "",
                        field.getKey() + " = " + rule.input()));
    }

    /** A template of a body knows the good one, its first half, the good one before its last brace, and its first field. */
    private Trial body(Rule rule, GoodRequest request) {
        String good = new String(Template.of(request.body()).fill(variables), UTF_8);
        variables.put("body", good);
        variables.put("half", good.substring(0, good.length() / 2));
        variables.put("open", good.substring(0, good.length() - 1));
        variables.put("first", request.fields().keySet().stream().findFirst().orElse(""));
        byte[] body = Template.of(rule.input().strip()).fill(variables);
        return new Trial(rule, request.withBody(body), "", "body " + rule.input());
    }

    private static List<String> replaced(List<String> headers, String name, String value) {
        List<String> changed = new ArrayList<>(headers.stream()
                .filter(line -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .toList());
        if (!value.isBlank()) {
            changed.add(name + ": " + value.strip());
        }
        return changed;
    }
}
