package org.jobplatform.application.usecase;

/** What must be true of the stored job for a change to be made. */
public sealed interface Precondition {
    /** Nothing. */
    record None() implements Precondition {}

    /** There is no such job yet. */
    record Absent() implements Precondition {}

    /** It has this version. */
    record Version(long version) implements Precondition {}

    /** It exists. */
    record Present() implements Precondition {}
}
