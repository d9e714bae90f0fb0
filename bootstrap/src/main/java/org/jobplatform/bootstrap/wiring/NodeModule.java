package org.jobplatform.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.port.IdSource;
import org.jobplatform.bootstrap.settings.ServerSettings;

/** What makes this process this node: its settings, its name, its clock, its source of chance, its threads. */
public final class NodeModule extends AbstractModule {
    private final ServerSettings settings;
    private final IdSource ids;
    private final String nodeId;

    /** @param nodeId the lasting name of the node */
    public NodeModule(ServerSettings settings, IdSource ids, String nodeId) {
        this.settings = settings;
        this.ids = ids;
        this.nodeId = nodeId;
    }

    @Override
    protected void configure() {
        bind(ServerSettings.class).toInstance(settings);
        bind(IdSource.class).toInstance(ids);
        // As fine as what is kept, so that a value need not be made anew from its row.
        bind(InstantSource.class).toInstance(Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)));
    }

    @Provides
    @Singleton
    Membership membership() {
        return new Membership(nodeId, ids);
    }

    @Provides
    @Singleton
    ExecutorService threads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("work-", 1).factory());
    }
}
