package org.jobplatform.rest.nativeapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jobplatform.application.usecase.CallbackQueries;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** Answers with runs and how far their callbacks have come: one look for any number of runs, none when nobody is called. */
final class RunAnswers {
    private final CallbackQueries callbacks;

    RunAnswers(CallbackQueries callbacks) {
        this.callbacks = callbacks;
    }

    RunResponse of(Run run, Principal who) {
        return of(List.of(run), who).apply(run);
    }

    Function<Run, RunResponse> of(List<Run> runs, Principal who) {
        Map<RunId, Delivery.Status> states = callbacks.states(runs, who);
        return run -> RunResponse.from(run, Optional.ofNullable(states.get(run.id())));
    }
}
