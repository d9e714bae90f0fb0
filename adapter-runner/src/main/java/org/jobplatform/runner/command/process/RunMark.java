package org.jobplatform.runner.command.process;

/**
 * Says in the environment of a process which attempt of which run it belongs to; every process it starts inherits it.
 *
 * @param node the incarnation of the node that carries the run out
 * @param run the run's id
 * @param attempt the attempt, from 1
 */
public record RunMark(NodeMark node, String run, int attempt) {

    /** The environment variable that holds the mark. */
    public static final String VARIABLE = "JOB_RUN_MARK";

    /** Refuses a run id with characters that a mark cannot hold by {@link IllegalArgumentException}. */
    public RunMark {
        NodeMark.requirePart(run);
    }

    String value() {
        return node.prefix() + run + ":" + attempt;
    }
}
