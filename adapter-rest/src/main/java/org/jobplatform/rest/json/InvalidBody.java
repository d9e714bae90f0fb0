package org.jobplatform.rest.json;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A request whose content cannot be taken; answered with 400. Carries every problem found, never an excerpt. */
public final class InvalidBody extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<FieldProblem> problems;

    /** The body as a whole cannot be read. */
    public InvalidBody(String message) {
        super(message);
        this.problems = List.of();
    }

    /**
     * Fields cannot be taken.
     *
     * @param problems at least one
     */
    public InvalidBody(List<FieldProblem> problems) {
        super(problems.stream().map(FieldProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, for the caller. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }

    /** Every offending field in the order they were found; empty when the body as a whole is at fault. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
