package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;

/** The runs that this node carries out, and its room for more. */
public final class LiveRuns {
    private final Map<RunId, LiveRun> runs = new ConcurrentHashMap<>();
    private final Semaphore room;
    private final RunLog log;
    private final RunContent contents;
    private final InstantSource clock;
    private final Signal work;

    /**
     * @param workers runs at once, 0 or more
     * @param work is raised when room was freed
     */
    public LiveRuns(int workers, RunLog log, RunContent contents, InstantSource clock, Signal work) {
        this.room = new Semaphore(workers);
        this.log = log;
        this.contents = contents;
        this.clock = clock;
        this.work = work;
    }

    /** Takes room for one run, when there is some; to be given back by {@link #giveBack} or the end of the run. */
    public boolean reserve() {
        return room.tryAcquire();
    }

    /** Gives back room that was reserved and not used. */
    public void giveBack() {
        room.release();
        work.raise();
    }

    /** Gives back room that was reserved only to see whether something waits. */
    void giveBackQuietly() {
        room.release();
    }

    /** Says how many runs are carried out now. */
    public int size() {
        return runs.size();
    }

    /**
     * Brings a newer value of a run from the store. When this node carries the run out, its runner learns of a wish to
     * stop at once.
     */
    public void adopt(Run stored) {
        LiveRun live = runs.get(stored.id());
        if (live != null) {
            live.adopt(stored);
        }
    }

    /** Tells every runner to stop because the server shuts down. */
    public void stopAll(StopMode mode) {
        runs.values().forEach(live -> live.signal(mode, StopCause.SHUTDOWN));
    }

    /** Tells every runner to stop because its run is no longer this node's. */
    void fenceAll() {
        runs.values().forEach(live -> live.signal(StopMode.KILL, StopCause.FENCED));
    }

    LiveRun enter(Run claimed) {
        LogBuffer lines = new LogBuffer(claimed.id(), claimed.request().loggingLevel(), log, clock);
        LiveRun live = new LiveRun(claimed, lines, contents);
        runs.put(claimed.id(), live);
        return live;
    }

    void leave(LiveRun live) {
        if (runs.remove(live.run().id(), live)) {
            giveBack();
        }
    }

    Optional<LiveRun> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    Collection<LiveRun> all() {
        return List.copyOf(runs.values());
    }
}
