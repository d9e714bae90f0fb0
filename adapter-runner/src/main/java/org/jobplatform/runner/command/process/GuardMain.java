package org.jobplatform.runner.command.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The guard: a small program beside the server that ends the server's runs when the server cannot do it any more,
 * because it was killed or stands still. Started by {@link Guard}; arguments are node, boot and the time-out in
 * milliseconds.
 */
public final class GuardMain {

    private static final Duration FORCE = Duration.ofSeconds(5);
    private static final Duration BREATH = Duration.ofSeconds(1);
    private static final int ATTEMPTS_AFTER_END = 100;

    private final Heartbeats heartbeats;
    private final KillLadder ladder;
    private final Duration timeout;

    private GuardMain(Heartbeats heartbeats, KillLadder ladder, Duration timeout) {
        this.heartbeats = heartbeats;
        this.ladder = ladder;
        this.timeout = timeout;
    }

    /** Guards until the server's end of the pipe is closed and nothing of it is left. */
    public static void main(String[] arguments) throws InterruptedException {
        NodeMark node = new NodeMark(arguments[0], arguments[1]);
        Duration timeout = Duration.ofMillis(Long.parseLong(arguments[2]));
        ProcessTable table = new ProcessTable();
        ProcessTree tree = new ProcessTree(table, node::marks, Protection.ofThisProcess(table), Optional.empty());
        Heartbeats heartbeats =
                new Heartbeats(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        Thread.ofPlatform().daemon().name("heartbeats").start(heartbeats::listen);
        rehearse(table);
        new GuardMain(heartbeats, new KillLadder(tree, FORCE), timeout).guard();
    }

    /** Loads every class that will be needed, since the server's files may be replaced before that. */
    private static void rehearse(ProcessTable table) {
        ProcessTree nothing = new ProcessTree(table, mark -> false, Protection.ofThisProcess(table), Optional.empty());
        Signal.KILL.send(new ProcessEntry(new ProcessId(Long.MAX_VALUE, 0), "", 0, 0, 0, false, false, false));
        List<Survivor> none = new KillLadder(nothing, FORCE).force(() -> false);
        if (!none.isEmpty()) {
            throw new IllegalStateException("found " + none + " where nothing was looked for");
        }
    }

    private void guard() throws InterruptedException {
        while (true) {
            switch (heartbeats.await(timeout)) {
                case BEAT -> {}
                // A server that goes on in the meantime may have started new runs, which are its own business.
                case SILENCE -> endAll(heartbeats::isBeating);
                case END -> {
                    endForGood();
                    return;
                }
            }
        }
    }

    private void endForGood() {
        for (int attempt = 0; attempt < ATTEMPTS_AFTER_END && !endAll(() -> false); attempt++) {
            Pause.of(BREATH);
        }
    }

    private boolean endAll(BooleanSupplier givenUp) {
        try {
            List<Survivor> survivors = ladder.force(givenUp);
            return survivors.isEmpty();
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
