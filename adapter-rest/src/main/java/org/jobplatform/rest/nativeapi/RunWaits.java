package org.jobplatform.rest.nativeapi;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jspecify.annotations.Nullable;

/** Lets clients wait for a run to end, but not for longer than the server allows. */
final class RunWaits {
    /** Most seconds that a client may name; more than any server allows. */
    static final int MAXIMUM = 86_400;

    private static final Pattern PREFERENCE =
            Pattern.compile("(?:^|.*[,;]) *wait *= *\"?([0-9]{1,5})\"? *(?:[,;].*|$)");

    private final AwaitRun awaitRun;
    private final long longestSeconds;

    RunWaits(AwaitRun awaitRun, Duration longest) {
        this.awaitRun = awaitRun;
        this.longestSeconds = longest.toSeconds();
    }

    /** The wait in seconds that a {@code Prefer} header (RFC 7240) asks for, within bounds; malformed ones do not count. */
    Optional<Long> preferred(@Nullable String prefer) {
        return Optional.ofNullable(prefer)
                .map(PREFERENCE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> bounded(Long.parseLong(matcher.group(1))));
    }

    /** A place for a wait, to be taken before a start that is to be waited for. */
    AwaitRun.Reserved reserve() {
        return awaitRun.reserve();
    }

    /** The run when it has ended, or as it is when the time is over. */
    Run await(RunId id, long seconds, Principal who) throws InterruptedException {
        return awaitRun.await(id, Duration.ofSeconds(bounded(seconds)), who);
    }

    private long bounded(long seconds) {
        return Math.min(seconds, longestSeconds);
    }
}
