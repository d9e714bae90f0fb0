package org.jobplatform.rest.nativeapi;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.BiFunction;
import org.jobplatform.application.port.JobCursor;
import org.jobplatform.application.port.RunCursor;
import org.jobplatform.domain.access.User;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.RunNumber;

/** Places in lists as text that clients hand back unread. Readers throw an {@link IllegalArgumentException}. */
final class Cursors {
    private static final String UNKNOWN = "is not a cursor of this list";

    private Cursors() {}

    static String text(JobCursor cursor) {
        return encode(cursor.project() + "\n" + cursor.name());
    }

    static JobCursor job(String text) {
        return read(text, (project, name) -> new JobCursor(new ProjectPath(project), new JobName(name)));
    }

    static String text(RunCursor cursor) {
        return encode(cursor.createdAt() + "\n" + cursor.number());
    }

    static RunCursor run(String text) {
        return read(
                text,
                (createdAt, number) ->
                        new RunCursor(Instant.parse(createdAt), new RunNumber(Integer.parseInt(number))));
    }

    static String text(String userName) {
        return encode(userName);
    }

    static String user(String text) {
        try {
            return User.requireName(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(UNKNOWN, malformed);
        }
    }

    private static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static <C> C read(String text, BiFunction<String, String, C> cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length == 2) {
                return cursor.apply(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new IllegalArgumentException(UNKNOWN, malformed);
        }
        throw new IllegalArgumentException(UNKNOWN);
    }
}
