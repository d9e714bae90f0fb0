package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.jobplatform.application.limit.LimitFailure;
import org.jobplatform.application.port.AccessExamples;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Run;
import org.junit.jupiter.api.Test;

class ProjectQuotaTest {
    private final World world = new World();
    private final NodeFixture node = world.node("a");
    private final Job job = world.job("job");
    private final AtomicLong nanos = new AtomicLong();
    private final ProjectPath project = job.definition().project();

    private ProjectQuota quota(int most) {
        return new ProjectQuota(world.storage.index(), OptionalInt.of(most), nanos::get);
    }

    private void refused(ProjectQuota quota) {
        assertThatExceptionOfType(LimitFailure.TooMany.class)
                .isThrownBy(() -> quota.admit(project))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void projectShouldHaveNoMoreRunsThanItMay() {
        node.started(World.start(job));
        node.started(World.start(job));
        ProjectQuota quota = quota(3);

        quota.admit(project);
        refused(quota);
        quota.admit(new ProjectPath("Other"));
    }

    @Test
    void runsOfThisNodeShouldCountAtOnceAndAllOthersAfterASecond() {
        ProjectQuota quota = quota(2);
        quota.admit(project);
        node.started(World.start(job));
        node.started(World.start(job));

        quota.admit(project);
        refused(quota);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        refused(quota);
        nanos.incrementAndGet();
        refused(quota);
    }

    @Test
    void endedRunsShouldMakeRoomAfterASecond() {
        Run run = node.started(World.start(job));
        ProjectQuota quota = quota(1);
        refused(quota);

        node.runThreads.runAll();
        assertThat(node.queries.find(run.id(), AccessExamples.ALICE).isEnded()).isTrue();
        refused(quota);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        quota.admit(project);
    }

    @Test
    void nothingShouldBeRefusedWithoutAQuota() {
        node.started(World.start(job));

        new ProjectQuota(world.storage.index(), OptionalInt.empty(), nanos::get).admit(project);
    }
}
