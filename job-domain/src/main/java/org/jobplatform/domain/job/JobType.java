package org.jobplatform.domain.job;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of work a job says it is: a label that clients filter by. Any runner may carry any type. */
public record JobType(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z][A-Z0-9_-]{0,31}");

    /** A job that says nothing of its type. */
    public static final JobType UNSPECIFIED = new JobType("JOB");

    /** @throws IllegalArgumentException when not 1 to 32 of {@code A-Z 0-9 _ -} after a letter; lower case is raised */
    public JobType {
        value = value.toUpperCase(Locale.ROOT);
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("a job type must be a letter and up to 31 letters, digits, _ or -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
