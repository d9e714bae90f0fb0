package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Run;
import org.junit.jupiter.api.Test;

class RunEndingsTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job");

    @Test
    void outcomeShouldBeThereForThoseWhoWaitedAndNoLonger() {
        Run run = node.started(World.start(job));
        Signal one = new Signal();
        Signal other = new Signal();
        node.endings.subscribe(run.id(), one);
        node.endings.subscribe(run.id(), other);
        assertThat(node.endings.outcome(run.id())).isEmpty();

        node.runThreads.runAll();

        assertThat(node.endings.outcome(run.id())).contains(world.stored(run.id()));
        node.endings.forget(run.id(), one);
        assertThat(node.endings.outcome(run.id())).isPresent();
        node.endings.forget(run.id(), other);
        assertThat(node.endings.outcome(run.id())).isEmpty();
    }

    @Test
    void outcomeShouldNotBeKeptWhenNobodyWaits() {
        Run run = node.ran(World.start(job));

        assertThat(node.endings.outcome(run.id())).isEmpty();
    }
}
