package org.jobplatform.domain.run;

/** How grave a line of a run's log is. */
public enum LogSeverity {
    /** Something failed. */
    ERROR,
    /** Something is odd. */
    WARNING,
    /** Something happened. */
    INFO,
    /** Something that only helps to find a fault. */
    DEBUG
}
