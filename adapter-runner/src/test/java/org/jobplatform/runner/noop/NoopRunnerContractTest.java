package org.jobplatform.runner.noop;

import java.util.Map;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.application.port.TaskRunnerContract;

class NoopRunnerContractTest implements TaskRunnerContract {
    @Override
    public TaskRunner runner() {
        return new NoopRunner();
    }

    @Override
    public Map<String, Object> completing() {
        return Map.of();
    }

    @Override
    public Map<String, Object> wrong() {
        return Map.of("speed", "high");
    }
}
