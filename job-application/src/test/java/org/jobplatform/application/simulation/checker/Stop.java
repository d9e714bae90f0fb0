package org.jobplatform.application.simulation.checker;

import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;

/** A client's call that asks a run to stop. */
public record Stop(RunId run, StopMode mode, When invoked, When answered, Answer answer) {}
