package org.jobplatform.application.execution;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
import org.jspecify.annotations.Nullable;

/**
 * A run while this node carries it out: the latest value of the run, what of it is not written yet, and what others
 * want of it. The runner reports here; the loops write what it reported and bring the wishes.
 */
final class LiveRun implements RunContext {
    /** Held while the run is written, so that two writers of this node never meet. */
    final ReentrantLock writing = new ReentrantLock();

    private final Run claimed;
    private final LogBuffer log;
    private final RunContent contents;
    private final LongSupplier nanoTime;
    private final Runnable leaseCheck;
    private final StopWishes stop;
    private final HoldWish hold = new HoldWish();
    private final WorkingTime worked = new WorkingTime();
    private Map<String, Object> settings = Map.of();
    private Run current;
    private boolean changed;
    private boolean begun;
    private boolean over;
    private boolean postponed;
    private boolean abandoned;
    private Optional<Duration> longest = Optional.empty();
    private Optional<Thread> worker = Optional.empty();
    private boolean hasRoom = true;
    private boolean waits;
    private Optional<RunOutcome> outcome = Optional.empty();

    /**
     * @param nanoTime time that only goes forward, in nanoseconds from any origin
     * @param leaseCheck fences off what this node carries out when its lease does not surely hold any more
     */
    LiveRun(Run claimed, LogBuffer log, RunContent contents, LongSupplier nanoTime, Runnable leaseCheck) {
        this.nanoTime = nanoTime;
        this.stop = new StopWishes(nanoTime);
        this.claimed = claimed;
        this.current = claimed;
        this.log = log;
        this.contents = contents;
        this.leaseCheck = leaseCheck;
        if (claimed.state() instanceof RunState.Stopping stopping) {
            stop.raise(stopping.request().mode(), StopCause.REQUEST);
        }
    }

    /** The runner begins, on this thread; it may be at work for so long. */
    synchronized void begin(Map<String, Object> runnerSettings, Optional<Duration> limit, Instant now) {
        begun = true;
        settings = runnerSettings;
        longest = limit;
        worker = Optional.of(Thread.currentThread());
        worked.go(nanoTime.getAsLong());
        if (current.state() instanceof RunState.Starting) {
            change(run -> run.begin(now));
        }
    }

    /** Says whether the runner was ever called; when not, nothing of the attempt has happened. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /** The runner was not called, since the store is unavailable; to be tried again. */
    synchronized void postpone() {
        postponed = true;
    }

    /** Says whether the attempt was postponed, once for each time it was. */
    synchronized boolean resume() {
        boolean was = postponed;
        postponed = false;
        return was;
    }

    /** The latest value. */
    synchronized Run current() {
        return current;
    }

    /** The latest value when it holds something that is not written; empty otherwise. */
    synchronized Optional<Run> unwrittenChange() {
        return changed && !over ? Optional.of(current) : Optional.empty();
    }

    /** The value {@code written} is now in the store, as {@code kept}. */
    synchronized void written(Run written, Run kept) {
        if (kept.version() > current.version()) {
            changed = !current.equals(written);
            current = current.withVersion(kept.version());
        }
    }

    /**
     * Takes over the state that the store has, and keeps the progress reported here. Says whether the run is still this
     * attempt of this node; when not, the attempt is fenced off: its runner is stopped and nothing more of it is written.
     */
    boolean adopt(Run stored) {
        synchronized (this) {
            if (stored.version() <= current.version()) {
                return true;
            }
            if (isSameAttempt(stored)) {
                merge(stored);
            }
        }
        if (!isSameAttempt(stored)) {
            signal(StopMode.KILL, StopCause.FENCED);
            return false;
        }
        hold.tell();
        if (stored.state() instanceof RunState.Stopping stopping) {
            signal(stopping.request().mode(), StopCause.REQUEST);
        }
        return true;
    }

    private void merge(Run stored) {
        Progress merged = stored.progress()
                .advance(current.progress().percent(), current.progress().summary())
                .withRows(current.progress().rows());
        boolean running = current.state() instanceof RunState.Running && stored.state() instanceof RunState.Starting;
        Run adopted = stored.withProgress(merged);
        Optional<ContentDescription> content = current.content();
        if (content.isPresent()) {
            adopted = adopted.withContent(content.get());
        }
        current = running ? adopted.begin(current.state().since()) : adopted;
        changed = !current.equals(stored);
        boolean held = current.state() instanceof RunState.Paused;
        hold.set(held);
        if (held) {
            worked.halt(nanoTime.getAsLong());
        } else if (begun) {
            worked.go(nanoTime.getAsLong());
        }
    }

    private boolean isSameAttempt(Run stored) {
        return stored.attempt() == claimed.attempt() && stored.owner().equals(claimed.owner());
    }

    /** Tells the runner to stop; the first cause counts, except that being fenced off overrides every other. */
    void signal(StopMode mode, StopCause because) {
        hold.release();
        hold.tell();
        stop.raise(mode, because);
    }

    /** The strongest wish to stop that the runner was told and has not followed; empty when it is not at work. */
    Optional<StopWishes.Unfollowed> unfollowedStop() {
        return hasBegun() ? stop.unfollowed() : Optional.empty();
    }

    /** Says whether the runner was told to hold its work. */
    boolean isHeld() {
        return hold.isHeld();
    }

    /** Why the runner was told to stop while it was at work; empty when it was not. */
    Optional<StopCause> stopCause() {
        return stop.cause();
    }

    /** Says whether the run was lost to this node while its runner was at work. */
    boolean isFenced() {
        return stop.cause().filter(because -> because == StopCause.FENCED).isPresent();
    }

    /** Says whether the runner has been at work for as long as its job allows. */
    synchronized boolean isOverdue() {
        return longest.filter(limit -> worked.until(nanoTime.getAsLong()).compareTo(limit) >= 0)
                .isPresent();
    }

    /** The runner is done; its outcome waits to be written, and no wish changes it any more. */
    synchronized void finished(RunOutcome how) {
        stop.close();
        hold.release();
        worker = Optional.empty();
        if (!abandoned) {
            outcome = Optional.of(how);
        }
    }

    /** The runner does not end: its attempt is over with this outcome all the same, and its thread is given up. */
    synchronized void abandon(RunOutcome how) {
        if (outcome.isEmpty()) {
            abandoned = true;
            outcome = Optional.of(how);
            stop.close();
            worker.ifPresent(Thread::interrupt);
        }
    }

    /** Says whether the attempt was given up while its runner was at work. */
    synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** Nothing is done here but to wait for other runs. */
    synchronized void onlyWaits() {
        waits = true;
    }

    /** Says whether nothing is done here but to wait for other runs. */
    synchronized boolean isWaiting() {
        return waits;
    }

    /** Says whether the attempt had room of its node, which it gives up by this. */
    synchronized boolean yieldsRoom() {
        boolean had = hasRoom;
        hasRoom = false;
        return had;
    }

    /** The outcome that waits to be written; empty while the runner is at work, and once the attempt is over. */
    synchronized Optional<RunOutcome> unwrittenOutcome() {
        return over ? Optional.empty() : outcome;
    }

    /** Nothing of this attempt is to be written any more. */
    synchronized void end() {
        over = true;
    }

    private synchronized boolean isOver() {
        return over;
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
        if (!isFenced() && !isOver()) {
            log.add(severity, text);
        }
    }

    @Override
    public void content(String mediaType, String fileName, InputStream bytes) throws IOException {
        ContentDescription kept = contents.save(claimed, mediaType, fileName, bytes);
        change(run -> run.withContent(kept));
    }

    @Override
    public void onStop(Consumer<StopMode> listener) {
        stop.listen(listener);
    }

    @Override
    public void onPause(Consumer<Boolean> listener) {
        hold.listen(listener);
    }

    @Override
    public boolean isHandedOver() {
        leaseCheck.run();
        return stop.cause()
                .filter(because -> because == StopCause.SHUTDOWN || because == StopCause.FENCED)
                .isPresent();
    }

    @Override
    public Optional<StopMode> stopRequested() {
        // A node that stood still learns of it here first, before its loops come to it.
        leaseCheck.run();
        return stop.strongest();
    }

    /** By the run, so that attempts are gone through in the same order whenever the same is done again. */
    @Override
    public int hashCode() {
        return claimed.id().hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    private synchronized void change(UnaryOperator<Run> event) {
        Run next = event.apply(current);
        changed |= !next.equals(current);
        current = next;
    }
}
