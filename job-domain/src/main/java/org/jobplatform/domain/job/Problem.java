package org.jobplatform.domain.job;

/**
 * One thing wrong with what somebody wrote.
 *
 * @param field the path of the offending field, such as {@code command.argv[0]}
 * @param message what is wrong with it, for people
 */
public record Problem(String field, String message) {
    @Override
    public String toString() {
        return field + ": " + message;
    }
}
