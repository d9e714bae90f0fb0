package org.jobplatform.application.simulation.checker;

import org.jobplatform.domain.run.RunId;

/**
 * What a runner did to the world.
 *
 * @param unit of work, from 1; 0 for the beginning and the end of the attempt
 */
public record Effect(When when, RunId run, int attempt, String node, Kind kind, int unit) {
    /** What it was. */
    public enum Kind {
        /** The attempt began. */
        BEGIN,
        /** A unit of work was taken in hand. */
        UNIT_BEGIN,
        /** A unit of work was done. */
        UNIT_END,
        /** The attempt was over, and nothing of it at work any more. */
        END
    }
}
