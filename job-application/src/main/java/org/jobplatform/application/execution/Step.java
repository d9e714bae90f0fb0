package org.jobplatform.application.execution;

/** One turn of a loop. Whoever drives it decides how often, and on which thread; never on two at once. */
@FunctionalInterface
public interface Step {
    /** Does what is due, and says whether there may be more to do at once. */
    boolean step();
}
