package org.jobplatform.rest.nativeapi;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jobplatform.application.port.JobCursor;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.RunNumber;

/** Places in lists as text that clients hand back unread. Readers throw an {@link IllegalArgumentException}. */
final class Cursors {
    private Cursors() {}

    static String text(JobCursor cursor) {
        return encode(cursor.project() + "\n" + cursor.name());
    }

    static JobCursor job(String text) {
        String[] parts = decode(text);
        return new JobCursor(new ProjectPath(parts[0]), new JobName(parts[1]));
    }

    static String text(RunCursor cursor) {
        return encode(cursor.createdAt() + "\n" + cursor.number());
    }

    static RunCursor run(String text) {
        String[] parts = decode(text);
        try {
            return new RunCursor(Instant.parse(parts[0]), new RunNumber(Integer.parseInt(parts[1])));
        } catch (DateTimeException | NumberFormatException malformed) {
            throw unknown();
        }
    }

    private static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length == 2) {
                return parts;
            }
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
        throw unknown();
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("is not a cursor of this list");
    }
}
