package org.jobplatform.application.usecase;

import java.util.Optional;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.RunId;

/**
 * A wish to start a run.
 *
 * @param runId the caller's own id, which makes a repeat safe
 * @param key the caller's idempotency key, which makes a repeat safe too; at most 64 characters
 * @param alone refuse when the job has any unfinished run
 */
public record StartCommand(
        JobId job, Optional<RunId> runId, Optional<String> key, StartOptions options, boolean alone, Caller caller) {
    /** Longest idempotency key, in characters. */
    public static final int MAXIMUM_KEY = 64;

    /** @throws IllegalArgumentException when the key is empty or too long */
    public StartCommand {
        key.ifPresent(text -> {
            if (text.isEmpty() || text.length() > MAXIMUM_KEY) {
                throw new IllegalArgumentException("an idempotency key must have 1 to " + MAXIMUM_KEY + " characters");
            }
        });
    }
}
