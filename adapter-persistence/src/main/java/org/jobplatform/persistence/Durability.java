package org.jobplatform.persistence;

/** What an acknowledged change outlives on H2. On PostgreSQL it always outlives both. */
public enum Durability {
    /** The death of the process, but not a loss of power. */
    PROCESS,
    /** A loss of power too, on a disk that honours a flush: one flush for each group of changes. */
    POWER
}
