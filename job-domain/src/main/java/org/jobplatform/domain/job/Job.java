package org.jobplatform.domain.job;

import java.time.Instant;

/**
 * A job as it is kept.
 *
 * @param id made once
 * @param federatedId made once
 * @param created who made it, and when
 * @param updated who changed it last, and when
 * @param version counts durable changes: 0 before the first, then from 1
 */
public record Job(
        JobId id, FederatedId federatedId, JobDefinition definition, Edit created, Edit updated, long version) {
    /**
     * One change by somebody.
     *
     * @param by a user's name
     */
    public record Edit(Instant at, String by) {}

    /** @throws IllegalArgumentException when the version is negative */
    public Job {
        if (version < 0) {
            throw new IllegalArgumentException("a version is never negative");
        }
    }

    /** A job that was never stored. */
    public static Job create(JobId id, FederatedId federatedId, JobDefinition definition, Edit edit) {
        return new Job(id, federatedId, definition, edit, edit, 0);
    }

    /** This job with another definition; its identifiers stay. */
    public Job redefine(JobDefinition changed, Edit edit) {
        return new Job(id, federatedId, changed, created, edit, version);
    }

    /** This job as it is after {@code version} durable changes. */
    public Job withVersion(long stored) {
        return new Job(id, federatedId, definition, created, updated, stored);
    }

    /** What a run remembers of this job. */
    public JobReference reference() {
        return new JobReference(id, federatedId, definition.project(), definition.name(), definition.type());
    }
}
