package org.jobplatform.application.port;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.StopMode;

/** A task runner that does what a test tells it to. */
public final class ScriptedTaskRunner implements TaskRunner {
    /** What the runner does with each run. */
    @FunctionalInterface
    public interface Script {
        /** Carries out one attempt, see {@link TaskRunner#run}. */
        RunOutcome run(RunContext context) throws InterruptedException;
    }

    private final String kind;
    private final Script script;
    private final List<Problem> problems;
    private final boolean pauses;
    private final boolean rows;
    private final Function<Map<String, Object>, List<Step>> steps;

    private ScriptedTaskRunner(
            String kind,
            Script script,
            List<Problem> problems,
            boolean pauses,
            boolean rows,
            Function<Map<String, Object>, List<Step>> steps) {
        this.kind = kind;
        this.script = script;
        this.problems = problems;
        this.pauses = pauses;
        this.rows = rows;
        this.steps = steps;
    }

    /** A runner that follows the script and finds nothing wrong with any settings. */
    public static ScriptedTaskRunner of(String kind, Script script) {
        return new ScriptedTaskRunner(kind, script, List.of(), false, false, settings -> List.of());
    }

    /** A runner whose runs end at once with this outcome. */
    public static ScriptedTaskRunner ending(String kind, RunOutcome outcome) {
        return of(kind, context -> outcome);
    }

    /** A runner whose runs work until they are asked to stop. */
    public static ScriptedTaskRunner untilStopped(String kind) {
        return of(kind, context -> new RunOutcome.Stopped("stopped " + awaitStop(context)));
    }

    /** This runner, which finds these problems with any settings. */
    public ScriptedTaskRunner finding(List<Problem> found) {
        return new ScriptedTaskRunner(kind, script, List.copyOf(found), pauses, rows, steps);
    }

    /** This runner, whose scripts follow {@link RunContext#onPause}. */
    public ScriptedTaskRunner pausing() {
        return new ScriptedTaskRunner(kind, script, problems, true, rows, steps);
    }

    /** This runner, which takes a range of rows. */
    public ScriptedTaskRunner takingRows() {
        return new ScriptedTaskRunner(kind, script, problems, pauses, true, steps);
    }

    /** This runner, whose jobs have these steps. */
    public ScriptedTaskRunner stepping(Function<Map<String, Object>, List<Step>> found) {
        return new ScriptedTaskRunner(kind, script, problems, pauses, rows, found);
    }

    /** For scripts: returns the wish to stop as soon as there is one. */
    public static StopMode awaitStop(RunContext context) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        context.onStop(mode -> asked.countDown());
        asked.await();
        return context.stopRequested().orElseThrow();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Problem> validate(Map<String, Object> settings) {
        return problems;
    }

    @Override
    public boolean canPause() {
        return pauses;
    }

    @Override
    public boolean acceptsRows(Map<String, Object> settings) {
        return rows;
    }

    @Override
    public List<Step> steps(Map<String, Object> settings) {
        return steps.apply(settings);
    }

    @Override
    public RunOutcome run(RunContext context) throws InterruptedException {
        return script.run(context);
    }
}
