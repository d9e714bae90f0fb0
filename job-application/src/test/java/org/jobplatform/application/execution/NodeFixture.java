package org.jobplatform.application.execution;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jobplatform.application.egress.AllowList;
import org.jobplatform.application.egress.EgressGuard;
import org.jobplatform.application.egress.EgressPolicy;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.RunExamples;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.ScriptedTaskRunner;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.ExplainRun;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.application.usecase.RedeliverCallback;
import org.jobplatform.application.usecase.ResumeRun;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopJob;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;

/** One node, wired by hand; nothing of it moves unless a test drives it. */
public final class NodeFixture {
    public final Outages outages = new Outages();
    public final DrivenThreads runThreads;
    public final DrivenThreads callbackThreads;
    public final Signal work = new Signal();
    public final Signal callbacks = new Signal();
    public final Signal watchSignal = new Signal();
    public final RunEndings endings;
    public final Membership membership;
    public final LiveRuns live;
    public final TaskRunners runners;
    public final KnownJobs known;
    public final Dispatcher dispatcher;
    public final WriteBehind writeBehind;
    public final WatchLiveRuns watch;
    public final KeepLease lease;
    public final ReapLostRuns reap;
    public final StoreTime storeTime;
    public final DeliverCallbacks deliver;
    public final StartRun start;
    public final StopRun stop;
    public final PauseRun pause;
    public final ResumeRun resume;
    public final RunQueries queries;
    public final ExplainRun explain;
    public final StopJob stopJob;
    public final AwaitRun await;
    public final RedeliverCallback redeliver;
    private Duration clockError = Duration.ZERO;
    private boolean alive = true;

    NodeFixture(World world, String name, int workers) {
        IdSource ids = world.ids;
        runThreads = new DrivenThreads(world::failWhenAScriptDid);
        callbackThreads = new DrivenThreads(world::failWhenAScriptDid);
        RunStore runs = outages.reach(RunStore.class, world.runs);
        RunIndex index = outages.reach(RunIndex.class, world.storage.index());
        JobStore jobs = outages.reach(JobStore.class, world.storage.jobs());
        RunLog log = outages.reach(RunLog.class, world.storage.log());
        LeaseStore leases = outages.reach(LeaseStore.class, world.storage.leases());
        DeliveryStore deliveries = outages.reach(DeliveryStore.class, world.storage.deliveries());
        InstantSource clock = () -> world.time.instant().plus(clockError);
        storeTime = new StoreTime(deliveries, () -> nanos(world));
        membership = new Membership(name, ids);
        endings = new RunEndings(world.storage.announcements(), membership);
        world.storage.announcements().listen(new HearAnnouncements(membership, endings, work, watchSignal));
        runners = new TaskRunners(
                List.of(ScriptedTaskRunner.of("noop", world::carryOut).pausing()));
        CallbackFormats formats = new CallbackFormats(
                List.of(
                        new World.PlainFormat(Dialect.NATIVE, DeliveryPolicy.NATIVE),
                        new World.PlainFormat(Dialect.INFORMATICA, DeliveryPolicy.INFORMATICA_CURRENT)),
                ids);
        known = new KnownJobs(jobs, () -> nanos(world));
        live = new LiveRuns(workers, log, world.storage.content(), clock, work, () -> nanos(world));
        deliver = new DeliverCallbacks(
                deliveries,
                delivery -> world.notifier.deliver(delivery),
                callbackThreads,
                ids,
                membership,
                storeTime,
                () -> nanos(world),
                callbacks);
        FinishRun finish = new FinishRun(runs, formats, endings, known, storeTime, work, deliver);
        ConcludeRun conclude = new ConcludeRun(runs, jobs, finish, live, clock);
        ExecuteRun execute = new ExecuteRun(known, runners, live, conclude, clock);
        dispatcher = new Dispatcher(runs, live, membership, execute, runThreads, clock);
        writeBehind = new WriteBehind(live, runs, conclude);
        watch = new WatchLiveRuns(live, runs, membership, conclude, World.PATIENCE);
        lease = new KeepLease(leases, live, membership, World.LEASE, () -> nanos(world));
        reap = new ReapLostRuns(leases, runs, deliveries, jobs, finish, membership, World.LEASE, clock, work);
        stop = new StopRun(runs, finish, live, clock);
        pause = new PauseRun(runs, finish, live, jobs, runners, clock);
        resume = new ResumeRun(runs, finish, live, clock);
        queries = new RunQueries(runs, index, log, world.storage.content());
        explain = new ExplainRun(queries, index, jobs, deliveries, live, membership, clock);
        redeliver = new RedeliverCallback(runs, deliveries, formats, deliver, storeTime);
        stopJob = new StopJob(index, stop);
        EgressGuard egress = new EgressGuard(new EgressPolicy(AllowList.NONE, Set.of()));
        start = new StartRun(
                known, runs, runners, egress, formats, stopJob, membership, live, dispatcher, work, ids, clock);
        await = new AwaitRun(runs, endings, clock);
    }

    private static long nanos(World world) {
        return Duration.between(RunExamples.NOW, world.time.instant())
                .minus(world.jumped)
                .toNanos();
    }

    /** From now on the clock of this node is wrong by so much. */
    public void setClockError(Duration error) {
        clockError = error;
    }

    boolean isAlive() {
        return alive;
    }

    /** The process dies: nothing of it reaches the store any more, and it keeps no lease. */
    public void die() {
        alive = false;
        outages.begin();
    }

    /** The process is frozen, or thawed: frozen it keeps no lease, and knows nothing of it. */
    public void freeze(boolean frozen) {
        alive = !frozen;
    }

    /** Starts a run. */
    public Run started(StartCommand command) {
        return start.start(command).run();
    }

    /** Starts a run and carries it out to its end. */
    public Run ran(StartCommand command) {
        Run run = started(command);
        runThreads.runAll();
        return run;
    }

    /** Alice asks the run to stop. */
    public Run stopped(RunId id, StopMode mode) {
        return stop.stop(id, mode, "no longer wanted", "alice");
    }

    /** One turn of every loop but the lease's, and all the work that it brings. */
    public void turn() {
        reap.step();
        watch.step();
        writeBehind.step();
        dispatcher.step();
        runThreads.runAll();
        callbackThreads.runAll();
        while (deliver.step()) {
            callbackThreads.runAll();
        }
    }
}
