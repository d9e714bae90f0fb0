package org.jobplatform.application.port;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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

    private ScriptedTaskRunner(String kind, Script script, List<Problem> problems, boolean pauses, boolean rows) {
        this.kind = kind;
        this.script = script;
        this.problems = problems;
        this.pauses = pauses;
        this.rows = rows;
    }

    /** A runner that follows the script and finds nothing wrong with any settings. */
    public static ScriptedTaskRunner of(String kind, Script script) {
        return new ScriptedTaskRunner(kind, script, List.of(), false, false);
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
        return new ScriptedTaskRunner(kind, script, List.copyOf(found), pauses, rows);
    }

    /** This runner, whose scripts follow {@link RunContext#onPause}. */
    public ScriptedTaskRunner pausing() {
        return new ScriptedTaskRunner(kind, script, problems, true, rows);
    }

    /** This runner, which takes a range of rows. */
    public ScriptedTaskRunner takingRows() {
        return new ScriptedTaskRunner(kind, script, problems, pauses, true);
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
    public RunOutcome run(RunContext context) throws InterruptedException {
        return script.run(context);
    }
}
