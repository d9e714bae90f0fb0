package org.jobplatform.domain.access;

/** What becomes of a wish to do something with something in a project. */
public enum Judgement {
    /** It is done. */
    ALLOWED,
    /** The thing may be seen; this may not be done with it. */
    DENIED,
    /** The thing may not even be seen: the answer is the same as if it were missing. */
    HIDDEN
}
