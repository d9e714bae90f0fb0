package org.jobplatform.application.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.application.usecase.FlowSteps;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.run.RunOutcome;

/**
 * Runs other jobs, one after the other, each in a run of its own. It only waits, and an attempt finds the runs that the one
 * before it has started.
 */
public final class FlowRunner implements TaskRunner {
    private final Supplier<FlowSteps> steps;

    /** @param steps asked for when a flow is carried out, since what starts runs must know the runners first */
    public FlowRunner(Supplier<FlowSteps> steps) {
        this.steps = steps;
    }

    @Override
    public String kind() {
        return "flow";
    }

    @Override
    public List<Problem> validate(Map<String, Object> settings) {
        return new FlowSettings(kind(), settings).problems();
    }

    @Override
    public List<Step> steps(Map<String, Object> settings) {
        return new FlowSettings(kind(), settings)
                .steps().stream().map(FlowRunner::told).toList();
    }

    private static Step told(FlowStep step) {
        return new Step(step.job(), step.name().equals(step.job()) ? Optional.empty() : Optional.of(step.name()));
    }

    @Override
    public boolean onlyWaits() {
        return true;
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public RunOutcome run(RunContext context) throws InterruptedException {
        List<FlowStep> all = new FlowSettings(kind(), context.settings()).steps();
        return new FlowAttempt(context, all, steps.get()).walk();
    }
}
