package org.jobplatform.domain.job;

/** The name of a job, unique in its project. */
public record JobName(String value) {
    /** Longest name, in characters. */
    public static final int MAXIMUM_LENGTH = 255;

    /** @throws IllegalArgumentException when empty, too long, padded with spaces, or holding a slash or control character */
    public JobName {
        if (value.isEmpty() || value.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("a job name must have 1 to " + MAXIMUM_LENGTH + " characters");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException("a job name must not begin or end with a space");
        }
        if (value.codePoints()
                .anyMatch(c -> c == '/' || Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("a job name must not contain a slash or a control character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
