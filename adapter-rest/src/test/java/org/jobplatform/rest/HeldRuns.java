package org.jobplatform.rest;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.port.ScriptedTaskRunner.Script;
import org.jobplatform.domain.run.RunOutcome;

/** Runs that go on until the test ends them or somebody stops them. */
public final class HeldRuns {
    private final Map<Integer, CompletableFuture<Script>> ends = new ConcurrentHashMap<>();

    /** The runner of this kind whose runs are held. */
    public ScriptedTaskRunner runner(String kind) {
        return ScriptedTaskRunner.of(kind, this::hold);
    }

    /** Lets the run of this number do this last, now or as soon as it begins. */
    public void end(int number, Script last) {
        end(number).complete(last);
    }

    private CompletableFuture<Script> end(int number) {
        return ends.computeIfAbsent(number, unknown -> new CompletableFuture<>());
    }

    private RunOutcome hold(RunContext context) throws InterruptedException {
        CompletableFuture<Script> end = end(context.run().number().value());
        context.onStop(mode -> end.complete(stopped -> new RunOutcome.Stopped("stopped " + mode)));
        try {
            return end.get().run(context);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
