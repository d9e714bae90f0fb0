package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jobplatform.rest.json.FieldProblem;
import org.jobplatform.rest.json.InvalidBody;

/** Where a client left a stream: a number, which it hands back in {@code Last-Event-ID}. */
final class EventPositions {
    private static final String HEADER = "Last-Event-ID";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private EventPositions() {}

    /** A time, in milliseconds. */
    static String text(Instant position) {
        return Long.toString(position.toEpochMilli());
    }

    /** The time that the request brings; empty when it brings none. */
    static Optional<Instant> time(ContainerRequestContext request) {
        return brought(request).map(text -> Instant.ofEpochMilli(number(text)));
    }

    /** The offset that the request brings; empty when it brings none. */
    static Optional<Long> offset(ContainerRequestContext request) {
        return brought(request).map(EventPositions::number);
    }

    /** What the request brings, whatever it is. */
    static Optional<String> brought(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString(HEADER)).filter(text -> !text.isEmpty());
    }

    /** Refuses what was brought. */
    static InvalidBody refused() {
        return new InvalidBody(List.of(new FieldProblem(HEADER, "is not an id of this stream")));
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw refused();
        }
        return Long.parseLong(text);
    }
}
