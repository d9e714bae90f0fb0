package org.jobplatform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.application.port.Announcement;
import org.jobplatform.domain.run.RunId;

/**
 * Announcements as the text of a notification: a line with who says it, then one for each, of a word and what it is about.
 * What a newer version says and this one does not understand is passed over.
 */
record AnnouncementText(String sender, List<Announcement> announcements) {
    /** So many at most, for a notification has room for 8,000 bytes, and an id has 64. */
    static final int MOST = 100;

    static AnnouncementText parse(String text) {
        List<String> lines = text.lines().toList();
        List<Announcement> announcements = new ArrayList<>();
        lines.stream().skip(1).forEach(line -> announcement(line).ifPresent(announcements::add));
        return new AnnouncementText(lines.isEmpty() ? "" : lines.getFirst(), announcements);
    }

    String format() {
        StringBuilder text = new StringBuilder(sender);
        announcements.forEach(announcement -> text.append('\n').append(line(announcement)));
        return text.toString();
    }

    private static String line(Announcement announcement) {
        return switch (announcement) {
            case Announcement.RunWaits waits -> "waits";
            case Announcement.Wish wish -> "wish " + wish.node();
            case Announcement.Awaited awaited -> "awaited " + awaited.run();
            case Announcement.Ended ended -> "ended " + ended.run();
        };
    }

    private static Optional<Announcement> announcement(String line) {
        String[] words = line.split(" ", 2);
        String about = words.length == 2 ? words[1] : "";
        try {
            return switch (words[0]) {
                case "waits" -> Optional.of(new Announcement.RunWaits());
                case "wish" -> Optional.of(new Announcement.Wish(about));
                case "awaited" -> Optional.of(new Announcement.Awaited(new RunId(about)));
                case "ended" -> Optional.of(new Announcement.Ended(new RunId(about)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
