package org.jobplatform.application.simulation.checker;

import java.util.Optional;
import org.jobplatform.domain.run.RunId;

/**
 * A client's call that starts a run.
 *
 * @param token names what the client wants; its repeats have the same one, and the run carries it as its argument
 * @param alone it was to be refused when its job had an unfinished run
 * @param run as it was answered; empty unless the answer is OK
 */
public record Start(String token, boolean alone, When invoked, When answered, Answer answer, Optional<RunId> run) {}
