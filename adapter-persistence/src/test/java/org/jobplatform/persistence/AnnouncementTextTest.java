package org.jobplatform.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.domain.run.RunId;
import org.junit.jupiter.api.Test;

final class AnnouncementTextTest {
    private static final int ROOM = 8_000;

    @Test
    void textShouldSayAgainWhatWasSaid() {
        AnnouncementText said = new AnnouncementText(
                "somebody",
                List.of(
                        new Announcement.RunWaits(),
                        new Announcement.Wish("node-1"),
                        new Announcement.Awaited(new RunId("a.B_c-1")),
                        new Announcement.Ended(new RunId("run"))));

        assertThat(AnnouncementText.parse(said.format())).isEqualTo(said);
    }

    @Test
    void wordsOfANewerVersionShouldBePassedOver() {
        AnnouncementText heard =
                AnnouncementText.parse("somebody\nsings a song\nawaited not/an/id\nended\nwaits more\n");

        assertThat(heard.announcements()).containsExactly(new Announcement.RunWaits());
        assertThat(AnnouncementText.parse("").announcements()).isEmpty();
    }

    @Test
    void textShouldFitIntoANotificationWhenItSaysAsMuchAsItMay() {
        Announcement longest = new Announcement.Awaited(new RunId("x".repeat(64)));
        AnnouncementText text =
                new AnnouncementText("x".repeat(36), Collections.nCopies(AnnouncementText.MOST, longest));

        assertThat(text.format().getBytes(UTF_8)).hasSizeLessThan(ROOM);
    }
}
