package org.jobplatform.runner.command.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's side of the guard: keeps one {@link GuardMain} process alive and shows it that the server lives.
 *
 * <p>Somebody has to call {@link #beat} every second, on a thread that nothing else holds up. The guard kills all
 * processes of this incarnation's runs when no beat came for its time-out, and when this process has ended. It sits in a
 * session of its own, so that what is sent to the server's process group misses it.
 */
public final class Guard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int UNANSWERED = 5;
    private static final int UNANSWERED_AT_START = 20;
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int COMPLAINT_BYTES = 2_000;

    private final List<String> command;
    private @Nullable Process process;
    private int unanswered;
    private boolean answered;
    private boolean closed;

    /**
     * Does not start anything; the first {@link #beat} does.
     *
     * @param node whose processes to end
     * @param timeout how long the server may be silent, one and a half seconds at least
     */
    public Guard(NodeMark node, Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1_500)) < 0) {
            throw new IllegalArgumentException("a beat comes each second; a time-out of " + timeout + " is too short");
        }
        this.command = command(node, timeout);
    }

    /** Shows that the server lives; replaces a guard that died or does not answer. Takes no noticeable time. */
    public synchronized void beat() {
        if (closed) {
            return;
        }
        takeAnswers();
        Process current = isAnswering() ? process : replace(process);
        if (current != null) {
            send(current);
        }
    }

    /** Whether a guard answered lately, so that runs may be started. */
    public synchronized boolean isAlive() {
        takeAnswers();
        return !closed && answered && isAnswering();
    }

    /** Waits for a guard that answers; false when the time is over first. Somebody else has to beat meanwhile. */
    public boolean awaitAlive(Duration time) {
        long begin = System.nanoTime();
        boolean alive = isAlive();
        while (!alive && System.nanoTime() - begin < time.toNanos()) {
            Pause.of(STEP);
            alive = isAlive();
        }
        return alive;
    }

    /** Lets the guard end everything that is left and go. */
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            closeInput(process);
        }
    }

    private static List<String> command(NodeMark node, Duration timeout) {
        List<String> words = new ArrayList<>(Confinement.session());
        words.add(System.getProperty("java.home") + "/bin/java");
        words.addAll(List.of("-Xmx32m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        words.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(GuardMain.class.getName(), node.node(), node.boot(), Long.toString(timeout.toMillis())));
        return List.copyOf(words);
    }

    private @Nullable Process replace(@Nullable Process old) {
        if (old != null) {
            old.destroyForcibly();
            LOG.warn("the guard process {} is gone or silent, a new one is started. {}", old.pid(), complaint(old));
        }
        process = null;
        answered = false;
        unanswered = 0;
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            Map<String, String> environment = builder.environment();
            environment.clear();
            environment.put("PATH", "/usr/bin:/bin");
            process = builder.start();
        } catch (IOException e) {
            LOG.error("no guard process can be started; no command is run until one can", e);
        }
        return process;
    }

    private void send(Process current) {
        try {
            current.getOutputStream().write('.');
            current.getOutputStream().flush();
            unanswered++;
        } catch (IOException e) {
            LOG.warn("the guard process {} has closed its pipe: {}", current.pid(), e.getMessage());
        }
    }

    private void takeAnswers() {
        if (process == null) {
            return;
        }
        try {
            InputStream answers = process.getInputStream();
            long count = answers.skip(answers.available());
            unanswered -= (int) count;
            answered |= count > 0;
        } catch (IOException e) {
            LOG.debug("reading the guard's answers", e);
        }
    }

    /** Beats are counted and not seconds, so that a server which stood still does not blame its guard. */
    private boolean isAnswering() {
        return process != null && process.isAlive() && unanswered < (answered ? UNANSWERED : UNANSWERED_AT_START);
    }

    private static String complaint(Process dead) {
        try {
            InputStream errors = dead.getErrorStream();
            return new String(errors.readNBytes(Math.min(errors.available(), COMPLAINT_BYTES)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static void closeInput(Process guard) {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("closing the guard's pipe", e);
        }
    }
}
