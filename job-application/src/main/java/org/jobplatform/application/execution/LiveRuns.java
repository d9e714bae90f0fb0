package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;

/** The attempts that this node carries out, and its room for more. */
public final class LiveRuns {
    private static final int MOST_UNWRITTEN = 1_000;

    /** Two attempts of one run may be here for a moment: one that was just queued again, and the next. */
    private final Set<LiveRun> attempts = ConcurrentHashMap.newKeySet();

    private final Map<RunId, Integer> expected = new ConcurrentHashMap<>();
    private final Set<Owner> fenced = ConcurrentHashMap.newKeySet();
    private final int workers;
    private final Semaphore room;
    private final AtomicInteger waiting = new AtomicInteger();
    private final RunLog log;
    private final RunContent contents;
    private final InstantSource clock;
    private final Signal work;
    private final LongSupplier nanoTime;
    private volatile boolean roomIsWanted = true;
    private volatile Runnable leaseCheck = () -> {};

    /**
     * @param workers runs at once, 0 or more
     * @param work is raised when room was freed that is wanted
     * @param nanoTime time that only goes forward, in nanoseconds from any origin
     */
    public LiveRuns(
            int workers, RunLog log, RunContent contents, InstantSource clock, Signal work, LongSupplier nanoTime) {
        this.workers = workers;
        this.room = new Semaphore(workers);
        this.log = log;
        this.contents = contents;
        this.clock = clock;
        this.work = work;
        this.nanoTime = nanoTime;
    }

    /**
     * Takes room for one run, when there is some; to be given back by {@link #giveBack} or the end of the attempt. There is
     * none either while very many outcomes wait to be written: what is carried out must not outrun the store.
     */
    public boolean reserve() {
        return attempts.size() - waiting.get() < workers + MOST_UNWRITTEN && room.tryAcquire();
    }

    /** Gives back room that was reserved and not used. */
    public void giveBack() {
        room.release();
        raiseWhenWanted();
    }

    /** Says whether runs wait for room, as far as is known; freed room is told of only then. */
    void wantRoom(boolean wanted) {
        roomIsWanted = wanted;
    }

    private void raiseWhenWanted() {
        if (roomIsWanted) {
            work.raise();
        }
    }

    /** Gives back room that was reserved only to see whether something waits. */
    void giveBackQuietly() {
        room.release();
    }

    /** Says how many runs are carried out now. */
    public int size() {
        return attempts.size();
    }

    /** Runs at once, at most; none on a node that only answers. */
    public int workers() {
        return workers;
    }

    /** Says whether another run could be taken up now. */
    public boolean hasRoom() {
        return room.availablePermits() > 0;
    }

    /** Says whether no run is carried out, about to be, or on its way into the store with a claim of this node. */
    public boolean isIdle() {
        return room.availablePermits() == workers && attempts.isEmpty();
    }

    /** A run with this id is on its way into the store and may come here; to be followed by {@link #expectNoMore}. */
    public void expect(RunId id) {
        expected.merge(id, 1, Integer::sum);
    }

    /** The run has come, or will not. */
    public void expectNoMore(RunId id) {
        expected.computeIfPresent(id, (run, count) -> count == 1 ? null : count - 1);
    }

    /** Says whether the run is here, or may be about to come. */
    boolean knows(RunId id) {
        // In this order, since a run enters before it is expected no more.
        return expected.containsKey(id)
                || attempts.stream().anyMatch(attempt -> attempt.run().id().equals(id));
    }

    /**
     * Brings a newer value of a run from the store. When this node carries the run out, its runner learns at once whether
     * it is to stop, to be held or to go on.
     */
    public void adopt(Run stored) {
        attempts.stream()
                .filter(attempt -> attempt.run().id().equals(stored.id()))
                .forEach(attempt -> attempt.adopt(stored));
    }

    /** From now on this is done whenever a runner asks whether it is to stop. */
    void checkLeaseBy(Runnable check) {
        leaseCheck = check;
    }

    /** Tells every runner to stop because the server shuts down. */
    public void stopAll(StopMode mode) {
        attempts.forEach(attempt -> attempt.signal(mode, StopCause.SHUTDOWN));
    }

    /** Lets others carry on what only waits here, without stopping what it waits for. */
    public void handOver() {
        attempts.stream()
                .filter(LiveRun::isWaiting)
                .forEach(attempt -> attempt.signal(StopMode.CLEAN, StopCause.SHUTDOWN));
    }

    /** Tells every runner of this life of the node to stop, those that are yet to come too: their runs are no longer its. */
    void fence(Owner life) {
        fenced.add(life);
        attempts.forEach(this::fenceWhenLost);
    }

    /** Takes up a run that this node has claimed; room for it was reserved. */
    LiveRun enter(Run claimed) {
        LogBuffer lines = new LogBuffer(claimed.id(), claimed.request().loggingLevel(), log, clock);
        LiveRun attempt = new LiveRun(claimed, lines, contents, nanoTime, () -> leaseCheck.run());
        attempts.add(attempt);
        fenceWhenLost(attempt);
        return attempt;
    }

    /** The attempt only waits for other runs from now on: its room is for one of them. */
    void onlyWaits(LiveRun attempt) {
        attempt.onlyWaits();
        waiting.incrementAndGet();
        freeRoom(attempt);
    }

    /** The attempt's runner is done: its room is free for another run, while its outcome is being written. */
    void freeRoom(LiveRun attempt) {
        if (attempt.yieldsRoom()) {
            giveBack();
        }
    }

    /** The attempt is over. */
    void leave(LiveRun attempt) {
        if (attempts.remove(attempt)) {
            if (attempt.isWaiting()) {
                waiting.decrementAndGet();
            }
            freeRoom(attempt);
            raiseWhenWanted();
        }
    }

    Collection<LiveRun> all() {
        return List.copyOf(attempts);
    }

    private void fenceWhenLost(LiveRun attempt) {
        if (attempt.run().owner().filter(fenced::contains).isPresent()) {
            attempt.signal(StopMode.KILL, StopCause.FENCED);
        }
    }
}
