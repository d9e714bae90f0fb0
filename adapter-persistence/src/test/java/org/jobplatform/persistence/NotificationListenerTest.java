package org.jobplatform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.application.port.Eventually;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class NotificationListenerTest {
    private static final String SPEAKER = "job-platform announcements";

    @Test
    @Timeout(60)
    void othersShouldBeHeardAgainWhenTheConnectionWasCut() {
        List<Announcement> heard = new CopyOnWriteArrayList<>();
        TestDatabase.POSTGRES.otherNode().announcements().listen(heard::add);
        awaitHeard(heard, "before");
        heard.clear();

        TestDatabase.POSTGRES.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '" + SPEAKER + "'");

        awaitHeard(heard, "after");
        assertThat(heard).as("what was missed meanwhile is looked for").contains(new Announcement.RunWaits());
    }

    @Test
    @Timeout(60)
    void ownWordsShouldBeHeardOnce() {
        List<Announcement> heard = new CopyOnWriteArrayList<>();
        TestDatabase.POSTGRES.database().announcements().listen(heard::add);
        Announcement own = new Announcement.Ended(new RunId("own"));
        TestDatabase.POSTGRES.database().announcements().announce(own);

        Eventually.holds("another node is heard", () -> {
            TestDatabase.POSTGRES.otherNode().announcements().announce(new Announcement.Wish("other"));
            return heard.contains(new Announcement.Wish("other"));
        });

        assertThat(heard.stream().filter(own::equals)).hasSize(1);
    }

    private static void awaitHeard(List<Announcement> heard, String run) {
        Announcement expected = new Announcement.Awaited(new RunId(run));
        Eventually.holds(expected + " was heard", () -> {
            TestDatabase.POSTGRES.database().announcements().announce(expected);
            return heard.contains(expected);
        });
    }
}
