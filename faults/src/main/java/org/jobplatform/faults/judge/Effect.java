package org.jobplatform.faults.judge;

/**
 * Something that a program did for a run.
 *
 * @param execution names the process, for ever and on every node
 */
public record Effect(String run, int attempt, String execution, Kind kind) {
    /** Where in its work the program was. */
    public enum Kind {
        /** Before everything else. */
        BEGIN,
        /** In the middle. */
        BEAT,
        /** After everything else. */
        END
    }
}
