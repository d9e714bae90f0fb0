package org.jobplatform.application.execution;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunOutcome;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.domain.run.StopMode;

/**
 * A run while this node carries it out: the latest value of the run, what of it is not written yet, and the wishes to stop.
 * The runner reports here; the loops write what it reported and bring the wishes.
 */
final class LiveRun implements RunContext {
    /** Held while the run is written, so that two writers of this node never meet. */
    final ReentrantLock writing = new ReentrantLock();

    private final Run claimed;
    private final LogBuffer log;
    private final RunContent contents;
    private final List<Consumer<StopMode>> listeners = new ArrayList<>();
    private Map<String, Object> settings = Map.of();
    private Run current;
    private boolean changed;
    private Optional<Instant> deadline = Optional.empty();
    private Optional<StopMode> stop = Optional.empty();
    private Optional<StopCause> cause = Optional.empty();
    private Optional<RunOutcome> unwritten = Optional.empty();

    LiveRun(Run claimed, LogBuffer log, RunContent contents) {
        this.claimed = claimed;
        this.current = claimed;
        this.log = log;
        this.contents = contents;
    }

    /** The runner begins. */
    synchronized void begin(Map<String, Object> runnerSettings, Optional<Instant> until, Instant now) {
        settings = runnerSettings;
        deadline = until;
        if (current.state() instanceof RunState.Starting) {
            change(run -> run.begin(now));
        }
    }

    /** The latest value. */
    synchronized Run current() {
        return current;
    }

    /** The latest value when it holds something that is not written; empty otherwise. */
    synchronized Optional<Run> unwrittenChange() {
        return changed ? Optional.of(current) : Optional.empty();
    }

    /** The value {@code written} is now in the store, as {@code kept}. */
    synchronized void written(Run written, Run kept) {
        changed = !current.equals(written);
        current = current.withVersion(kept.version());
    }

    /**
     * Takes over the state that the store has, and keeps the progress reported here. A run that is no longer this attempt
     * of this node is fenced off: its runner is stopped and nothing of it is written any more.
     */
    void adopt(Run stored) {
        if (!isSameAttempt(stored)) {
            signal(StopMode.KILL, StopCause.FENCED);
            return;
        }
        synchronized (this) {
            if (stored.version() <= current.version()) {
                return;
            }
            Progress merged = stored.progress()
                    .advance(current.progress().percent(), current.progress().summary())
                    .withRows(current.progress().rows());
            boolean begun = current.state() instanceof RunState.Running && stored.state() instanceof RunState.Starting;
            Run adopted = stored.withProgress(merged);
            Optional<ContentDescription> content = current.content();
            if (content.isPresent()) {
                adopted = adopted.withContent(content.get());
            }
            current = begun ? adopted.begin(current.state().since()) : adopted;
            changed = !current.equals(stored);
        }
        if (stored.state() instanceof RunState.Stopping stopping) {
            signal(stopping.request().mode(), StopCause.REQUEST);
        }
    }

    private boolean isSameAttempt(Run stored) {
        return stored.attempt() == claimed.attempt() && stored.owner().equals(claimed.owner());
    }

    /** Tells the runner to stop; the first cause counts, except that being fenced off overrides every other. */
    void signal(StopMode mode, StopCause because) {
        List<Consumer<StopMode>> told;
        synchronized (this) {
            if (cause.isEmpty() || because == StopCause.FENCED) {
                cause = Optional.of(because);
            }
            if (stop.isPresent() && !mode.isStrongerThan(stop.get())) {
                return;
            }
            stop = Optional.of(mode);
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(mode));
    }

    /** Why the runner was told to stop; empty when it was not. */
    synchronized Optional<StopCause> stopCause() {
        return cause;
    }

    /** Says whether the run is no longer this node's. */
    synchronized boolean isFenced() {
        return cause.filter(because -> because == StopCause.FENCED).isPresent();
    }

    /** Says whether the run has had all the time its job allows. */
    synchronized boolean isOverdue(Instant now) {
        return deadline.filter(until -> !now.isBefore(until)).isPresent();
    }

    /** The runner is done, and its outcome could not be written yet. */
    synchronized void keepOutcome(RunOutcome outcome) {
        unwritten = Optional.of(outcome);
    }

    /** The outcome that waits to be written; empty while the runner is at work. */
    synchronized Optional<RunOutcome> unwrittenOutcome() {
        return unwritten;
    }

    boolean flushLog() {
        return log.flush();
    }

    @Override
    public Run run() {
        return claimed;
    }

    @Override
    public synchronized Map<String, Object> settings() {
        return settings;
    }

    @Override
    public void progress(int percent, Optional<String> summary) {
        Optional<String> clean = summary.map(text -> text.replace("\0", ""));
        change(run -> run.withProgress(run.progress().advance(percent, clean)));
    }

    @Override
    public void rows(RowCounters counted) {
        change(run -> run.withProgress(run.progress().withRows(counted)));
    }

    @Override
    public synchronized RowCounters rows() {
        return current.progress().rows();
    }

    @Override
    public void log(LogSeverity severity, String text) {
        log.add(severity, text);
    }

    @Override
    public void content(String mediaType, String fileName, InputStream bytes) throws IOException {
        ContentDescription kept = contents.save(claimed, mediaType, fileName, bytes);
        change(run -> run.withContent(kept));
    }

    @Override
    public void onStop(Consumer<StopMode> listener) {
        Optional<StopMode> already;
        synchronized (this) {
            listeners.add(listener);
            already = stop;
        }
        already.ifPresent(listener);
    }

    @Override
    public synchronized Optional<StopMode> stopRequested() {
        return stop;
    }

    private synchronized void change(UnaryOperator<Run> event) {
        Run next = event.apply(current);
        changed |= !next.equals(current);
        current = next;
    }
}
