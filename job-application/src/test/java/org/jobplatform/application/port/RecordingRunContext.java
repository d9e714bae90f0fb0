package org.jobplatform.application.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jobplatform.domain.run.ContentDescription;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.Progress;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.StopMode;
import org.jspecify.annotations.Nullable;

/**
 * What a runner is given in tests: keeps everything it reports, and passes on the wishes of the test. Safe for use by
 * many threads.
 */
public final class RecordingRunContext implements RunContext {
    /**
     * Something the runner said.
     *
     * @param text without line ends
     */
    public record Said(LogSeverity severity, String text) {}

    private final Run run;
    private final Map<String, Object> settings;
    private final List<Progress> reports = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Consumer<StopMode>> listeners = new ArrayList<>();
    private final List<Consumer<Boolean>> holdListeners = new ArrayList<>();
    private Progress progress = Progress.NONE;
    private @Nullable ContentDescription content;
    private byte[] contentBytes = new byte[0];
    private @Nullable StopMode stop;
    private boolean held;

    /** A context for this run of a job with these settings. */
    public RecordingRunContext(Run run, Map<String, Object> settings) {
        this.run = run;
        this.settings = settings;
    }

    /** Asks the run to stop, on the calling thread; does nothing when it was asked as strongly before. */
    public void requestStop(StopMode mode) {
        requestHold(false);
        List<Consumer<StopMode>> told;
        synchronized (this) {
            if (stop != null && !mode.isStrongerThan(stop)) {
                return;
            }
            stop = mode;
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(mode));
    }

    /** Asks that the run is held, or goes on, on the calling thread. */
    public void requestHold(boolean wanted) {
        List<Consumer<Boolean>> told;
        synchronized (this) {
            if (held == wanted) {
                return;
            }
            held = wanted;
            told = List.copyOf(holdListeners);
        }
        told.forEach(listener -> listener.accept(wanted));
    }

    /** The progress after every report, in their order. */
    public synchronized List<Progress> reports() {
        return List.copyOf(reports);
    }

    /** How far the run has come by its reports. */
    public synchronized Progress progress() {
        return progress;
    }

    /** Every line the run said, whatever its logging level. */
    public synchronized List<Said> said() {
        return List.copyOf(said);
    }

    /** What the runner left last for download. */
    public synchronized Optional<ContentDescription> content() {
        return Optional.ofNullable(content);
    }

    /** The bytes the runner left last for download; none when it left nothing. */
    public synchronized byte[] contentBytes() {
        return contentBytes.clone();
    }

    @Override
    public Run run() {
        return run;
    }

    @Override
    public Map<String, Object> settings() {
        return settings;
    }

    @Override
    public synchronized void progress(int percent, Optional<String> summary) {
        report(progress.advance(percent, summary));
    }

    @Override
    public synchronized void rows(RowCounters counted) {
        report(progress.withRows(counted));
    }

    @Override
    public synchronized RowCounters rows() {
        return progress.rows();
    }

    @Override
    public synchronized void log(LogSeverity severity, String text) {
        text.lines().forEach(line -> said.add(new Said(severity, line)));
    }

    @Override
    public void content(String mediaType, String fileName, InputStream bytes) throws IOException {
        byte[] all = bytes.readAllBytes();
        ContentDescription description =
                new ContentDescription(mediaType, fileName, all.length, InMemoryRunContent.sha256(all));
        synchronized (this) {
            content = description;
            contentBytes = all;
        }
    }

    @Override
    public void onStop(Consumer<StopMode> listener) {
        Optional<StopMode> already;
        synchronized (this) {
            listeners.add(listener);
            already = stopRequested();
        }
        already.ifPresent(listener);
    }

    @Override
    public void onPause(Consumer<Boolean> listener) {
        boolean already;
        synchronized (this) {
            holdListeners.add(listener);
            already = held;
        }
        if (already) {
            listener.accept(true);
        }
    }

    @Override
    public synchronized Optional<StopMode> stopRequested() {
        return Optional.ofNullable(stop);
    }

    private void report(Progress next) {
        progress = next;
        reports.add(next);
    }
}
