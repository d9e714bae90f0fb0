package org.jobplatform.application.port;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobplatform.domain.run.RunOutcome;

class ScriptedTaskRunnerTest implements TaskRunnerContract {
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicBoolean held = new AtomicBoolean();
    private final TaskRunner runner =
            ScriptedTaskRunner.of("scripted", this::script).pausing();

    @Override
    public TaskRunner runner() {
        return runner;
    }

    @Override
    public Map<String, Object> completing() {
        return Map.of("do", "complete");
    }

    @Override
    public Map<String, Object> failing() {
        return Map.of("do", "fail");
    }

    @Override
    public Map<String, Object> enduring() {
        return Map.of("do", "endure");
    }

    @Override
    public boolean isAtWork() {
        return atWork.get() > 0;
    }

    @Override
    public boolean isAllHeld() {
        return held.get();
    }

    private RunOutcome script(RunContext context) throws InterruptedException {
        if (context.settings().equals(failing())) {
            return new RunOutcome.Failed("as it was told to");
        }
        if (context.settings().equals(completing())) {
            context.progress(60, Optional.of("more than half"));
            context.progress(40, Optional.empty());
            return new RunOutcome.Completed();
        }
        context.onPause(held::set);
        atWork.incrementAndGet();
        try {
            return new RunOutcome.Stopped("stopped " + ScriptedTaskRunner.awaitStop(context));
        } finally {
            atWork.decrementAndGet();
        }
    }
}
