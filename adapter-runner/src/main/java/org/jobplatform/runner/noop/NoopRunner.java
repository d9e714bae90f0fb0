package org.jobplatform.runner.noop;

import java.util.List;
import java.util.Map;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.run.RunOutcome;

/** Completes at once. */
public final class NoopRunner implements TaskRunner {

    @Override
    public String kind() {
        return "noop";
    }

    @Override
    public List<Problem> validate(Map<String, Object> settings) {
        return settings.keySet().stream()
                .map(name -> new Problem(kind() + "." + name, "is not known; this runner has no settings"))
                .toList();
    }

    @Override
    public RunOutcome run(RunContext context) {
        return new RunOutcome.Completed();
    }
}
