package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jobplatform.application.egress.AllowList;
import org.jobplatform.application.egress.EgressGuard;
import org.jobplatform.application.egress.EgressPolicy;
import org.jobplatform.application.flow.FlowRunner;
import org.jobplatform.application.limit.Places;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.InMemoryStorage;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.UserStore;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.ContinueChains;
import org.jobplatform.application.usecase.ExplainRun;
import org.jobplatform.application.usecase.FlowSteps;
import org.jobplatform.application.usecase.PauseRun;
import org.jobplatform.application.usecase.RedeliverCallback;
import org.jobplatform.application.usecase.Requesters;
import org.jobplatform.application.usecase.ResumeRun;
import org.jobplatform.application.usecase.RunQueries;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.application.usecase.StopJob;
import org.jobplatform.application.usecase.StopRun;
import org.jobplatform.domain.access.Role;
import org.jobplatform.domain.callback.DeliveryPolicy;
import org.jobplatform.domain.run.Dialect;

/** The parts of one node, wired as the program wires them; nothing of it moves unless a test drives it. */
public class WiredNode {
    /** Who may wait for runs at once. */
    public static final int WAITS = 100;

    public final Signal work = new Signal();
    public final Signal callbacks = new Signal();
    public final Signal watchSignal = new Signal();
    public final Signal chainSignal = new Signal();
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
    public final ContinueChains chains;
    public final FlowSteps steps;

    /** Alice, who may do everything, and another administrator. */
    public final UserStore users = new InMemoryStorage(InstantSource.system()).users();

    public final Requesters requesters = new Requesters(users);

    /** @param workers runs at once */
    public WiredNode(Surroundings around, String name, int workers) {
        users.add(AccessExamples.user("id-of-alice", "alice", Role.ADMIN));
        users.add(AccessExamples.user("id-of-root", "root", Role.ADMIN));
        Surroundings.Stores stores = around.stores();
        RunStore runs = stores.runs();
        JobStore jobs = stores.jobs();
        DeliveryStore deliveries = stores.deliveries();
        IdSource ids = around.ids();
        storeTime = new StoreTime(deliveries, around.nanoTime());
        membership = new Membership(name, ids);
        endings = new RunEndings(stores.announcements(), membership);
        stores.announcements().listen(new HearAnnouncements(membership, endings, work, watchSignal));
        runners = new TaskRunners(List.of(around.runner(), new FlowRunner(this::steps)));
        CallbackFormats formats = new CallbackFormats(
                List.of(
                        new World.PlainFormat(Dialect.NATIVE, DeliveryPolicy.NATIVE),
                        new World.PlainFormat(Dialect.INFORMATICA, DeliveryPolicy.INFORMATICA_CURRENT)),
                new EndedRuns(runs, stores.index(), stores.log()),
                ids);
        known = new KnownJobs(jobs, around.nanoTime());
        live = new LiveRuns(workers, stores.log(), stores.content(), around.clock(), work, around.nanoTime());
        deliver = new DeliverCallbacks(
                deliveries,
                around.notifier(),
                around.callbackThreads(),
                ids,
                membership,
                storeTime,
                around.nanoTime(),
                callbacks);
        FinishRun finish = new FinishRun(runs, formats, endings, known, storeTime, work, deliver, chainSignal);
        ConcludeRun conclude = new ConcludeRun(runs, jobs, runners, finish, live, storeTime);
        ExecuteRun execute = new ExecuteRun(known, runners, live, conclude, around.clock());
        dispatcher = new Dispatcher(runs, live, membership, execute, around.runThreads(), storeTime);
        writeBehind = new WriteBehind(live, runs, conclude);
        watch = new WatchLiveRuns(live, runs, membership, conclude, World.PATIENCE);
        lease = new KeepLease(stores.leases(), live, membership, World.LEASE, around.leaseTime());
        reap = new ReapLostRuns(
                stores.leases(),
                runs,
                deliveries,
                jobs,
                runners,
                finish,
                membership,
                World.LEASE,
                around.clock(),
                work);
        stop = new StopRun(runs, finish, live, around.clock());
        pause = new PauseRun(runs, finish, live, jobs, runners, around.clock());
        resume = new ResumeRun(runs, finish, live, around.clock());
        queries = new RunQueries(runs, stores.index(), stores.log(), stores.content());
        explain = new ExplainRun(queries, stores.index(), jobs, deliveries, live, membership, around.clock());
        redeliver = new RedeliverCallback(runs, deliveries, formats, deliver, storeTime);
        stopJob = new StopJob(stores.index(), stop);
        EgressGuard egress = new EgressGuard(new EgressPolicy(AllowList.NONE, Set.of()));
        start = new StartRun(
                known,
                runs,
                runners,
                egress,
                formats,
                stopJob,
                membership,
                live,
                dispatcher,
                work,
                ids,
                around.clock(),
                new ProjectQuota(stores.index(), OptionalInt.empty(), around.nanoTime()));
        steps = new FlowSteps(start, stop, runs, jobs, known, endings, requesters);
        chains = new ContinueChains(stores.chains(), start, known, requesters, formats, storeTime, ids, around.clock());
        await = new AwaitRun(runs, endings, around.clock(), new Places(WAITS));
    }

    private FlowSteps steps() {
        return steps;
    }

    /** Says whether this thread writes a run just now, which other threads of the node wait for when they come to it. */
    public boolean isWriting() {
        return live.all().stream().anyMatch(attempt -> attempt.writing.isHeldByCurrentThread());
    }
}
