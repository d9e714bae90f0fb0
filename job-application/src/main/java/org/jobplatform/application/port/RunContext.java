package org.jobplatform.application.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.StopMode;

/** What a runner knows of its run, and how it reports. Safe for use by many threads. */
public interface RunContext {
    /** The run as it was when the attempt was claimed. */
    Run run();

    /** The settings of the job for this runner. */
    Map<String, Object> settings();

    /**
     * Reports progress.
     *
     * @param percent 0 to 100; a value below an earlier one is ignored, one out of range is clamped
     * @param summary what the run is doing; the last one stays when empty
     */
    void progress(int percent, Optional<String> summary);

    /** Reports the rows treated so far, in place of any earlier report. */
    void rows(RowCounters counted);

    /** The rows last reported. */
    RowCounters rows();

    /** Adds to the log, when the run's logging level keeps it. Line ends split the text into lines. */
    void log(LogSeverity severity, String text);

    /**
     * Keeps what the run leaves for download, in place of anything kept before.
     *
     * @throws IOException when the bytes cannot be read
     */
    void content(String mediaType, String fileName, InputStream bytes) throws IOException;

    /**
     * Calls the listener with every wish to stop, each stronger than the one before: at once when there is one already,
     * otherwise from another thread when it comes. A time-out and a shutdown come this way too. Listeners must not block.
     */
    void onStop(Consumer<StopMode> listener);

    /**
     * Calls the listener with true when the run is to be held, and with false when it is to go on; each change once, the
     * latest at once when it is to be held already, otherwise from another thread. A wish to stop ends the hold for good:
     * the listener hears of that first. Listeners must not block. For runners that {@link TaskRunner#canPause() can pause}.
     */
    void onPause(Consumer<Boolean> listener);

    /**
     * Says whether the wish to stop is for this node alone: it shuts down, or others may carry the run out by now. A runner that
     * {@link TaskRunner#resumes resumes} returns then, and leaves what it has begun elsewhere as it is. The default is never.
     */
    default boolean isHandedOver() {
        return false;
    }

    /**
     * The strongest wish to stop so far. A runner whose work is done within this server asks before each unit of it: when the
     * node stood still for so long that others may carry the run out by now, the answer is to end at once by force.
     */
    Optional<StopMode> stopRequested();
}
