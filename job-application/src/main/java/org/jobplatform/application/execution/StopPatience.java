package org.jobplatform.application.execution;

import java.time.Duration;

/**
 * How long each wish to stop may go unfollowed before the next stronger one takes its place.
 *
 * @param clean for the row, batch or step in hand
 * @param now for what ends politely; shorter than the ten seconds after which nothing of a stopped run may be left
 * @param kill for the runner to return; then its attempt is written off
 */
public record StopPatience(Duration clean, Duration now, Duration kill) {
    private static final Duration NOW = Duration.ofSeconds(8);
    private static final Duration KILL = Duration.ofSeconds(30);

    /** So long for a clean stop, and as usual for the rest. */
    public static StopPatience ofClean(Duration clean) {
        return new StopPatience(clean, NOW, KILL);
    }
}
