package org.jobplatform.application.simulation.checker;

import org.jobplatform.domain.run.Run;

/** A run as a client saw it, whatever node it asked. */
public record Reading(When invoked, When answered, Run run) {}
