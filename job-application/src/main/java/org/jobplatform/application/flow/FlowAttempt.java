package org.jobplatform.application.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.StorageUnavailable;
import org.jobplatform.application.usecase.FlowSteps;
import org.jobplatform.application.usecase.NotAccepting;
import org.jobplatform.domain.access.AccessFailure;
import org.jobplatform.domain.job.JobFailure;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunFailure;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.RunStatus;
import org.jobplatform.domain.run.StopMode;

/** One attempt at a flow: walks its steps from the first on, passing by those that have ended already. */
final class FlowAttempt {
    /** How long to wait before something is tried again that cannot be done at the moment. */
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);

    private final RunContext context;
    private final Run flow;
    private final List<FlowStep> steps;
    private final FlowSteps runs;
    private final Signal wake = new Signal();
    private final List<String> errors = new ArrayList<>();
    private RowCounters rows = RowCounters.NONE;
    private Optional<StopMode> told = Optional.empty();

    FlowAttempt(RunContext context, List<FlowStep> steps, FlowSteps runs) {
        this.context = context;
        this.flow = context.run();
        this.steps = steps;
        this.runs = runs;
    }

    RunOutcome walk() throws InterruptedException {
        context.onStop(mode -> wake.raise());
        try {
            Optional<String> endless = patiently(() -> runs.problem(flow));
            if (endless.isPresent()) {
                return new RunOutcome.Failed(endless.get());
            }
            for (int position = 1; position <= steps.size(); position++) {
                Optional<RunOutcome> end = carryOut(position, steps.get(position - 1));
                if (end.isPresent()) {
                    return end.get();
                }
            }
        } catch (HandedOver over) {
            return new RunOutcome.Stopped("the flow goes on at another node");
        }
        return errors.isEmpty()
                ? new RunOutcome.Completed()
                : new RunOutcome.CompletedWithErrors(String.join("; ", errors));
    }

    /** What the flow comes out as, when it ends with this step. */
    private Optional<RunOutcome> carryOut(int position, FlowStep step) throws InterruptedException, HandedOver {
        String what = "step " + position + " of " + steps.size() + " (" + step.name() + ")";
        context.progress(percent(position - 1), Optional.of(what));
        Run run;
        try {
            Optional<Run> known = patiently(() -> runs.find(flow, position));
            if (known.isEmpty() && context.stopRequested().isPresent()) {
                return Optional.of(new RunOutcome.Stopped("before " + what));
            }
            run = known.isPresent()
                    ? known.get()
                    : patiently(() -> runs.start(flow, position, step.job(), step.parameters()));
        } catch (AccessFailure | JobFailure | RunFailure refusal) {
            return failed(position, step, what + " could not be started: " + refusal.getMessage());
        }
        context.log(LogSeverity.INFO, what + " is run " + run.id());
        Run ended = await(run);
        rows = rows.plus(ended.progress().rows());
        context.rows(rows);
        context.log(LogSeverity.INFO, what + " ended " + ended.status());
        return judged(position, step, what, ended);
    }

    private Optional<RunOutcome> judged(int position, FlowStep step, String what, Run ended) {
        boolean well = ended.status() == RunStatus.COMPLETED || ended.status() == RunStatus.COMPLETED_WITH_ERRORS;
        String message = ended.state() instanceof RunState.Ended end ? end.message() : "";
        if (!well && told.isPresent()) {
            return Optional.of(new RunOutcome.Stopped("in " + what));
        }
        if (!well) {
            return failed(position, step, what + " ended " + ended.status() + ": " + message);
        }
        if (ended.status() == RunStatus.COMPLETED_WITH_ERRORS) {
            errors.add(what + " had errors: " + message);
        }
        return passed(position, what);
    }

    private Optional<RunOutcome> failed(int position, FlowStep step, String message) {
        context.log(LogSeverity.ERROR, message);
        if (!step.goesOn()) {
            return Optional.of(new RunOutcome.Failed(message));
        }
        errors.add(message);
        return passed(position, "step " + position + " of " + steps.size() + " (" + step.name() + ")");
    }

    /** A wish to stop is followed where the next step would begin; after the last one there is nothing to stop. */
    private Optional<RunOutcome> passed(int position, String what) {
        context.progress(percent(position), Optional.empty());
        return position < steps.size() && context.stopRequested().isPresent()
                ? Optional.of(new RunOutcome.Stopped("after " + what))
                : Optional.empty();
    }

    private Run await(Run begun) throws InterruptedException, HandedOver {
        Run run = begun;
        while (!run.isEnded()) {
            Run latest = run;
            requireHere();
            Optional<StopMode> wish = context.stopRequested().filter(mode -> mode != StopMode.CLEAN);
            if (wish.isPresent()
                    && told.filter(mode -> !wish.get().isStrongerThan(mode)).isEmpty()) {
                patiently(() -> runs.stop(latest, wish.get()));
                told = wish;
            }
            run = patiently(() -> runs.look(latest.id(), wake));
        }
        return run;
    }

    /** Another node, or this one after its restart, carries the flow on from here; the step is left alone. */
    private void requireHere() throws HandedOver {
        if (context.isHandedOver()) {
            throw new HandedOver();
        }
    }

    private <T> T patiently(Attempt<T> attempt) throws InterruptedException, HandedOver {
        while (true) {
            requireHere();
            try {
                return attempt.make();
            } catch (StorageUnavailable | NotAccepting | JobFailure.Stale | RunFailure.Stale notNow) {
                wake.await(BEFORE_TRYING_AGAIN);
            }
        }
    }

    private int percent(int done) {
        return 100 * done / steps.size();
    }

    private interface Attempt<T> {
        T make() throws InterruptedException;
    }

    private static final class HandedOver extends Exception {
        private static final long serialVersionUID = 1;

        HandedOver() {
            super("the flow is carried on elsewhere", null, false, false);
        }
    }
}
