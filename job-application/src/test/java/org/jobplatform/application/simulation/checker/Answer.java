package org.jobplatform.application.simulation.checker;

/** What a client knows of its call. */
public enum Answer {
    /** It was done. */
    OK,
    /** It was refused, and nothing was changed. */
    FAIL,
    /** There was no answer: nobody knows. */
    INFO
}
