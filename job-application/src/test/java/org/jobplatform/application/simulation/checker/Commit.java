package org.jobplatform.application.simulation.checker;

import org.jobplatform.domain.run.Run;

/**
 * A durable change of a run.
 *
 * @param node that made it
 * @param run as it was kept
 */
public record Commit(When when, String node, Run run) {}
