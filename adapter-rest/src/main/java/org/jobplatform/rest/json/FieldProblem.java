package org.jobplatform.rest.json;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, such as {@code retry.attempts} or {@code next[2]}; empty for the body as a whole
 * @param message what is wrong, without the value
 */
public record FieldProblem(String field, String message) {
    @Override
    public String toString() {
        return field.isEmpty() ? message : field + " " + message;
    }
}
