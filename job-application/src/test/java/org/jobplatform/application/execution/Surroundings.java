package org.jobplatform.application.execution;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jobplatform.application.port.Announcements;
import org.jobplatform.application.port.ChainStore;
import org.jobplatform.application.port.DeliveryStore;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.application.port.JobStore;
import org.jobplatform.application.port.LeaseStore;
import org.jobplatform.application.port.Notifier;
import org.jobplatform.application.port.RunContent;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.application.port.TaskRunner;

/**
 * What a test puts around one node: the stores as it reaches them, its clocks, threads, runner and receivers.
 *
 * @param clock the clock on the wall, as this node has it
 * @param nanoTime time that only goes forward, in nanoseconds from any origin
 * @param leaseTime the same, as the node measures its lease by it
 */
public record Surroundings(
        Stores stores,
        IdSource ids,
        InstantSource clock,
        LongSupplier nanoTime,
        LongSupplier leaseTime,
        Executor runThreads,
        Executor callbackThreads,
        TaskRunner runner,
        Notifier notifier) {
    /** The stores as the node reaches them. */
    public record Stores(
            RunStore runs,
            RunIndex index,
            JobStore jobs,
            RunLog log,
            RunContent content,
            LeaseStore leases,
            DeliveryStore deliveries,
            ChainStore chains,
            Announcements announcements) {
        /** The stores of the world, as far as they can be reached. */
        static Stores reached(World world, Outages outages) {
            return new Stores(
                    outages.reach(RunStore.class, world.runs),
                    outages.reach(RunIndex.class, world.storage.index()),
                    outages.reach(JobStore.class, world.storage.jobs()),
                    outages.reach(RunLog.class, world.storage.log()),
                    world.storage.content(),
                    outages.reach(LeaseStore.class, world.storage.leases()),
                    outages.reach(DeliveryStore.class, world.storage.deliveries()),
                    outages.reach(ChainStore.class, world.storage.chains()),
                    world.storage.announcements());
        }

        /** These stores, with other runs. */
        public Stores withRuns(RunStore others) {
            return new Stores(others, index, jobs, log, content, leases, deliveries, chains, announcements);
        }
    }
}
