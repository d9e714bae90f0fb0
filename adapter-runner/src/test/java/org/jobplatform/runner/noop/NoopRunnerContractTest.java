package org.jobplatform.runner.noop;

import java.util.Arrays;
import java.util.Map;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.application.port.TaskRunnerContract;

class NoopRunnerContractTest implements TaskRunnerContract {
    private final NoopRunner runner = new NoopRunner();

    @Override
    public TaskRunner runner() {
        return runner;
    }

    @Override
    public Map<String, Object> completing() {
        return Map.of("duration", "PT0.01S");
    }

    @Override
    public Map<String, Object> enduring() {
        return Map.of("duration", "PT10M");
    }

    @Override
    public Map<String, Object> wrong() {
        return Map.of("speed", "high");
    }

    @Override
    public boolean isAtWork() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals(NoopRunner.class.getName())
                                && frame.getMethodName().equals("run")));
    }
}
