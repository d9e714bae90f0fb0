package org.jobplatform.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobplatform.application.port.RunExamples.NODE;
import static org.jobplatform.application.port.RunExamples.NOW;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.StopMode;
import org.junit.jupiter.api.Test;

/** What every {@link Announcements} keeps to. */
public interface AnnouncementsContract extends StoredRuns {
    /** Those of the store in which {@link #runs} are changed. */
    Announcements announcements();

    /** Those of the same store as another node has them; the same where a store can have one node only. */
    Announcements elsewhere();

    @Test
    default void announcementShouldBeHeardByOtherNodes() {
        List<Announcement> heard = hearing();

        announcements().announce(new Announcement.Awaited(new RunId("some.Run_id-1")));

        awaitHeard(heard, new Announcement.Awaited(new RunId("some.Run_id-1")));
    }

    @Test
    default void everyAnnouncementShouldBeHeardWhenThereAreMany() {
        List<Announcement> heard = hearing();
        List<Announcement> said = IntStream.range(0, 500)
                .<Announcement>mapToObj(number -> new Announcement.Ended(new RunId("x".repeat(60) + number)))
                .toList();

        said.forEach(announcements()::announce);

        Eventually.holds("all were heard", () -> heard.containsAll(said));
    }

    @Test
    default void otherNodesShouldHearWhenARunWaits() {
        Job job = kept("job");
        List<Announcement> heard = hearing();

        waiting(job, "run");

        awaitHeard(heard, new Announcement.RunWaits());
    }

    @Test
    default void otherNodesShouldHearWhenARunIsQueuedAgain() {
        Run running = running(kept("job"), "run");
        List<Announcement> heard = hearing();

        runs().update(running.retry(NOW.plusSeconds(2), NOW.plusSeconds(2)));

        awaitHeard(heard, new Announcement.RunWaits());
    }

    @Test
    default void otherNodesShouldHearWhenARunIsAskedToStop() {
        Run running = running(kept("job"), "run");
        List<Announcement> heard = hearing();

        runs().update(running.stop(RunExamples.stop(StopMode.NOW, NOW.plusSeconds(2))));

        awaitHeard(heard, new Announcement.Wish(NODE.node()));
    }

    @Test
    default void nothingShouldBeHeardOfARunThatNobodyElseWaitsFor() {
        Job job = kept("job");
        List<Announcement> heard = hearing();

        Run running = running(job, "run");
        Run written = runs().update(running.withProgress(
                new Progress(50, Optional.empty(), running.progress().rows())));
        completed(written);
        announcements().announce(new Announcement.Ended(new RunId("marker")));

        awaitHeard(heard, new Announcement.Ended(new RunId("marker")));
        assertThat(heard).containsExactly(new Announcement.Ended(new RunId("marker")));
    }

    /** What is heard elsewhere from now on; it is heard already. */
    private List<Announcement> hearing() {
        List<Announcement> heard = new CopyOnWriteArrayList<>();
        elsewhere().listen(heard::add);
        Eventually.holds("announcements are heard", () -> {
            announcements().announce(new Announcement.Wish("probe"));
            return heard.contains(new Announcement.Wish("probe"));
        });
        // What was said before is heard before.
        announcements().announce(new Announcement.Wish("last-probe"));
        awaitHeard(heard, new Announcement.Wish("last-probe"));
        heard.clear();
        return heard;
    }

    private static void awaitHeard(List<Announcement> heard, Announcement expected) {
        Eventually.holds(expected + " was heard", () -> heard.contains(expected));
    }
}
