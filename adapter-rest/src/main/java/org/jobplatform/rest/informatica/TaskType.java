package org.jobplatform.rest.informatica;

import java.util.Arrays;
import java.util.Locale;
import org.jobplatform.domain.job.JobType;

/** The types of task that clients of this dialect know. */
enum TaskType {
    /** Masking task. */
    DMASK,
    /** Replication task. */
    DRS,
    /** Synchronization task. */
    DSS,
    /** Mapping task; a job of a type that the dialect does not know is shown as one. */
    MTT,
    /** PowerCenter task. */
    PCS,
    /** Linear taskflow. */
    WORKFLOW;

    /** What a field must be that does not hold a code. */
    static final String CODES = "must be one of " + Arrays.toString(values());

    /** The type under which a job of this type is shown and addressed. */
    static TaskType shownFor(JobType type) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(type.value()))
                .findFirst()
                .orElse(MTT);
    }

    /** The type with this code, in any case. @throws IllegalArgumentException when there is none */
    static TaskType parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
