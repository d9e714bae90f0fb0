package org.jobplatform.faults.proxy;

/** What a proxy does with what comes through it. */
public enum Mode {
    /** Everything passes. */
    PASS,
    /** Everything is held back, new connections too, and nobody is told: a cut cable. */
    BLACK_HOLE,
    /** What the server answers is held back: a cable that is cut in one direction. */
    DEAF,
    /** Everything passes 300 milliseconds late. */
    SLOW,
    /** Every connection is reset, new ones too. */
    RESET,
    /** A connection is cut when the server has answered that changes are committed, and the answer is dropped. */
    DROP_COMMIT
}
