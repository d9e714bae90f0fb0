package org.jobplatform.runner.command.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A started program of a run and everything that comes from it. Safe for use by several threads. */
public final class Child {

    private static final Duration FORCE = Duration.ofSeconds(4);
    private static final Duration HOLD = Duration.ofSeconds(2);
    private static final Duration APPEARANCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(5);

    // In a namespace numbers begin at 1, the program is the first that the first process starts.
    private static final long FIRST_STARTED = 2;

    private static final int SIGNALS = 128;

    private final Process process;
    private final Confinement.Method method;
    private final ProcessTable table;
    private final ProcessTree tree;
    private final KillLadder ladder;
    private final Suspension suspension;

    Child(Process process, Confinement.Method method, ProcessTable table, ProcessTree tree) {
        this.process = process;
        this.method = method;
        this.table = table;
        this.tree = tree;
        this.ladder = new KillLadder(tree, FORCE);
        this.suspension = new Suspension(tree, HOLD);
        table.entry(process.pid()).map(ProcessEntry::id).ifPresent(tree::add);
    }

    /** What the program writes to standard output. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** What the program writes to standard error. */
    public InputStream errors() {
        return process.getErrorStream();
    }

    /** Waits for the program's end; false when the time is over first. Processes it left behind may go on. */
    public boolean waitFor(Duration time) throws InterruptedException {
        return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The exit code of the ended program, 128 and the signal's number when a signal ended it. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Remembers what descends from the program now, for the time when the descent cannot be seen any more. */
    public void sample() {
        if (method == Confinement.Method.PROCESS_SCAN) {
            tree.sample();
        }
    }

    /** Calls this when the program has ended, from any thread; at once when it has already. */
    public void onExit(Runnable listener) {
        var _ = process.onExit().thenRun(listener);
    }

    /**
     * Holds every process of the run, those that it starts meanwhile too.
     *
     * @return what goes on in spite of it; empty only after two looks in a row found nothing
     * @throws IOException when no signal can be sent
     */
    public List<Survivor> hold() throws IOException {
        return suspension.hold();
    }

    /**
     * Lets go on what was held.
     *
     * @throws IOException when no signal can be sent
     */
    public void release() throws IOException {
        suspension.release();
    }

    /**
     * Asks the program itself, and none of the processes it started, to end; returns at once. What was held goes on.
     *
     * @throws IOException when what is held cannot be let go on
     */
    public void ask() throws IOException {
        program().ifPresent(Signal.TERM::send);
        suspension.release();
    }

    /**
     * Asks every process of the run to end, lets go on what was held, waits at most the grace period, then kills whatever is
     * left.
     *
     * @param impatient ends the grace period early
     * @return what lives on in spite of it; empty only after two looks in a row found nothing
     */
    public List<Survivor> stop(Duration grace, BooleanSupplier impatient) {
        Optional<ProcessEntry> program = program();
        if (program.isEmpty()) {
            return kill();
        }
        return ladder.stop(grace, impatient, this::belongsToConfinement, this::releaseToEnd);
    }

    /**
     * Kills every process of the run, also what the program left behind when it ended by itself.
     *
     * @return what lives on in spite of it; empty only after two looks in a row found nothing
     */
    public List<Survivor> kill() {
        return namespaceHasEnded() ? List.of() : ladder.force(() -> false);
    }

    /**
     * The first process of a namespace cannot be waited for before all others in it have gone, and its own end is what
     * the outer process reports. An end by a signal may be that of the outer process alone.
     */
    private boolean namespaceHasEnded() {
        return method == Confinement.Method.PID_NAMESPACE && !process.isAlive() && process.exitValue() < SIGNALS;
    }

    private void releaseToEnd() {
        try {
            suspension.release();
        } catch (IOException cannotBeLetGoOn) {
            // Then it cannot follow, and is killed after the grace period, held or not.
            return;
        }
    }

    private boolean belongsToConfinement(ProcessEntry entry) {
        return method == Confinement.Method.PID_NAMESPACE
                && (entry.pid() == process.pid() || entry.parent() == process.pid());
    }

    /** The process that runs the program, empty when it has ended; waits for it to appear. */
    private Optional<ProcessEntry> program() {
        if (method == Confinement.Method.PROCESS_SCAN) {
            return table.entry(process.pid()).filter(entry -> process.isAlive());
        }
        long begin = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begin < APPEARANCE.toNanos()) {
            Optional<ProcessEntry> program = programInNamespace();
            if (program.isPresent()) {
                return program;
            }
            Pause.of(STEP);
        }
        return Optional.empty();
    }

    private Optional<ProcessEntry> programInNamespace() {
        List<ProcessEntry> snapshot = table.snapshot();
        return snapshot.stream()
                .filter(entry -> entry.parent() == process.pid())
                .findFirst()
                .flatMap(first -> snapshot.stream()
                        .filter(entry -> entry.alive() && entry.parent() == first.pid())
                        .filter(entry -> isProgram(entry, first))
                        .findFirst());
    }

    /** Before it turns into the program, the process is a copy of the shell, which would swallow a signal. */
    private boolean isProgram(ProcessEntry entry, ProcessEntry first) {
        return table.innerPid(entry.pid()).filter(pid -> pid == FIRST_STARTED).isPresent()
                && !table.command(entry).equals(table.command(first));
    }
}
