package org.jobplatform.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jobplatform.application.execution.Membership;
import org.jobplatform.application.flow.FlowRunner;
import org.jobplatform.application.port.TaskRunner;
import org.jobplatform.application.usecase.FlowSteps;
import org.jobplatform.bootstrap.settings.ServerSettings;
import org.jobplatform.runner.command.CommandRunner;
import org.jobplatform.runner.command.process.ChildLauncher;
import org.jobplatform.runner.command.process.Confinement;
import org.jobplatform.runner.command.process.Guard;
import org.jobplatform.runner.command.process.NodeMark;
import org.jobplatform.runner.command.process.OrphanSweep;
import org.jobplatform.runner.noop.NoopRunner;

/** The task runners, and what keeps their processes from outliving the server. */
public final class RunnerModule extends AbstractModule {
    private static final Duration GUARD_STARTS_WITHIN = Duration.ofSeconds(5);

    private final Path workFolder;

    /** @param workFolder where each run gets a folder of its own */
    public RunnerModule(Path workFolder) {
        this.workFolder = workFolder;
    }

    @Provides
    @Singleton
    NodeMark nodeMark(Membership membership) {
        // Of this process, not of its lease: a node that has lost a lease still answers for the processes it started.
        return new NodeMark(membership.owner().node(), membership.owner().boot());
    }

    @Provides
    @Singleton
    Confinement confinement() {
        return Confinement.probe();
    }

    @Provides
    @Singleton
    Guard guard(NodeMark mark, ServerSettings settings) {
        // A frozen server's children must be gone before another node may take its runs over.
        Duration third = settings.nodeLease().dividedBy(3);
        Duration shortest = Duration.ofMillis(1_500);
        return new Guard(mark, third.compareTo(shortest) < 0 ? shortest : third);
    }

    @Provides
    @Singleton
    OrphanSweep orphanSweep(NodeMark mark) {
        return new OrphanSweep(mark);
    }

    @Provides
    @Singleton
    ChildLauncher childLauncher(Confinement confinement, Guard guard) {
        return new ChildLauncher(confinement, () -> guard.awaitAlive(GUARD_STARTS_WITHIN));
    }

    @Provides
    @Singleton
    CommandRunner commandRunner(NodeMark mark, ChildLauncher launcher, ServerSettings settings) {
        return new CommandRunner(mark, launcher, workFolder, settings.commandAllow(), System.getenv());
    }

    @Provides
    @Singleton
    List<TaskRunner> runners(CommandRunner command, Provider<FlowSteps> steps) {
        return List.of(command, new FlowRunner(steps::get), new NoopRunner());
    }
}
