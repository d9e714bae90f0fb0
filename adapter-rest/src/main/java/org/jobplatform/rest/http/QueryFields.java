package org.jobplatform.rest.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;

/**
 * The parameters of a query, asked for by name: each given at most once and not empty. Problems are collected, and thrown
 * at once with all of them. Not safe for several threads.
 */
public final class QueryFields {
    private static final int LONGEST = 4096;

    private final MultivaluedMap<String, String> given;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    private QueryFields(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** Those of this request. */
    public static QueryFields of(ContainerRequestContext request) {
        return new QueryFields(request.getUriInfo().getQueryParameters());
    }

    /** Whether it is given, be it empty. */
    public boolean has(String name) {
        return given.containsKey(name);
    }

    /** Text of at most {@code maxLength} characters. */
    public Optional<String> text(String name, int maxLength) {
        asked.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String value = values.getFirst();
        if (values.size() > 1) {
            problem(name, "is given more than once");
        } else if (value.isEmpty()) {
            problem(name, "is empty");
        } else if (value.length() > maxLength) {
            problem(name, "is longer than " + maxLength + " characters");
        } else {
            return Optional.of(value);
        }
        return Optional.empty();
    }

    /** Text turned into a value; the parser says by an {@link IllegalArgumentException} what is wrong. */
    public <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name, LONGEST).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException refused) {
                problem(name, String.valueOf(refused.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** A whole number between the bounds, both included. */
    public OptionalInt integer(String name, int min, int max) {
        Optional<Integer> number = parsed(name, text -> number(text, min, max));
        return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
    }

    /** As {@link #parsed}, and its absence is a problem. */
    public <T> Optional<T> required(String name, Function<String, T> parser) {
        if (!has(name)) {
            problem(name, "is missing");
        }
        return parsed(name, parser);
    }

    /** Notes a problem that the caller found in a parameter. */
    public void problem(String name, String message) {
        problems.add(new FieldProblem(name, message));
    }

    /** Ends the reading. @throws InvalidBody with all problems; a parameter that nobody asked for is one */
    public void check() {
        given.keySet().stream().filter(asked::add).sorted().forEach(name -> problem(name, "is not known"));
        checkAsked();
    }

    /** As {@link #check()}, but what nobody asked for does not matter: for old clients. */
    public void checkAsked() {
        if (!problems.isEmpty()) {
            throw new InvalidBody(problems);
        }
    }

    private static int number(String text, int min, int max) {
        boolean digits = text.length() <= 10 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!digits || Long.parseLong(text) < min || Long.parseLong(text) > max) {
            throw new IllegalArgumentException("must be a whole number from " + min + " to " + max);
        }
        return Integer.parseInt(text);
    }
}
