package org.jobplatform.runner.command.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds every process that a {@link ProcessTree} finds, and lets go on what it held. What a run itself has stopped before
 * stays stopped. Interrupting the thread does not cut it short.
 */
final class Suspension {

    private static final Duration STEP = Duration.ofMillis(10);

    // The shell's own kill, which every system has; the numbers are positional parameters and never parsed.
    private static final List<String> SHELL =
            List.of("/bin/sh", "-c", "for pid; do kill -s \"$0\" \"$pid\" 2>/dev/null; done; :");

    private final ProcessTree tree;
    private final Duration timeout;
    private final Set<ProcessId> held = new HashSet<>();

    /** The time-out is for holding everything, since what is not held yet may start more. */
    Suspension(ProcessTree tree, Duration timeout) {
        this.tree = tree;
        this.timeout = timeout;
    }

    /**
     * STOP until two looks in a row find nothing that goes on, or until the time is over; returns what goes on then.
     *
     * @throws IOException when no signal can be sent
     */
    synchronized List<Survivor> hold() throws IOException {
        long begin = System.nanoTime();
        boolean stillBefore = false;
        while (true) {
            List<ProcessEntry> going =
                    tree.scan().stream().filter(entry -> !tree.isHeld(entry)).toList();
            if (going.isEmpty() && stillBefore) {
                return List.of();
            }
            if (System.nanoTime() - begin >= timeout.toNanos()) {
                return tree.survivors(going);
            }
            List<ProcessId> ids = going.stream().map(ProcessEntry::id).toList();
            held.addAll(ids);
            send("STOP", ids);
            stillBefore = going.isEmpty();
            Pause.of(STEP);
        }
    }

    /**
     * CONT for everything that was held and lives; nothing when nothing was.
     *
     * @throws IOException when no signal can be sent; it is held still then
     */
    synchronized void release() throws IOException {
        if (!held.isEmpty()) {
            send("CONT", held.stream().filter(tree::isAlive).toList());
            held.clear();
        }
    }

    private static void send(String signal, List<ProcessId> processes) throws IOException {
        if (processes.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(SHELL);
        command.add(signal);
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process sender = builder.start();
        while (sender.isAlive()) {
            Pause.of(Duration.ofMillis(1));
        }
    }
}
