package org.jobplatform.runner.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jobplatform.application.port.RunContext;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LogSeverity;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunRequest;
import org.jobplatform.domain.run.StopMode;

/** A run that keeps what its runner reports, and is stopped by the test. */
final class ScriptedContext implements RunContext {

    private final Map<String, Object> settings;
    private final Run run;
    private final List<String> log = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final List<Consumer<StopMode>> listeners = new ArrayList<>();
    private final List<Consumer<Boolean>> holdListeners = new ArrayList<>();
    private RowCounters rows = RowCounters.NONE;
    private Optional<StopMode> stop = Optional.empty();
    private Optional<String> content = Optional.empty();

    ScriptedContext(Map<String, Object> settings, Map<String, String> parameters) {
        this(settings, parameters, LoggingLevel.HIGH);
    }

    ScriptedContext(Map<String, Object> settings, Map<String, String> parameters, LoggingLevel level) {
        this.settings = settings;
        JobReference job = new JobReference(
                new JobId("job"),
                new FederatedId("federated"),
                ProjectPath.DEFAULT,
                new JobName("Job"),
                JobType.UNSPECIFIED);
        RunRequest request = new RunRequest(
                parameters,
                Optional.of("an argument"),
                new RowRange(3, OptionalLong.of(9)),
                4,
                level,
                0,
                Optional.empty(),
                Dialect.NATIVE,
                "tester",
                "");
        this.run = Run.accepted(new RunId("run-" + System.nanoTime()), new RunNumber(17), job, request, Instant.EPOCH)
                .claim(new Owner("node", "boot"), Instant.EPOCH);
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
        progress.add(percent + summary.map(text -> " " + text).orElse(""));
    }

    @Override
    public synchronized void rows(RowCounters counted) {
        rows = counted;
    }

    @Override
    public synchronized RowCounters rows() {
        return rows;
    }

    @Override
    public synchronized void log(LogSeverity severity, String text) {
        log.add(severity + " " + text);
    }

    @Override
    public synchronized void content(String mediaType, String fileName, InputStream bytes) throws IOException {
        content = Optional.of(
                mediaType + " " + fileName + " " + new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public synchronized void onStop(Consumer<StopMode> listener) {
        listeners.add(listener);
        stop.ifPresent(listener);
    }

    @Override
    public synchronized void onPause(Consumer<Boolean> listener) {
        holdListeners.add(listener);
    }

    synchronized void hold(boolean wanted) {
        holdListeners.forEach(listener -> listener.accept(wanted));
    }

    @Override
    public synchronized Optional<StopMode> stopRequested() {
        return stop;
    }

    synchronized void stop(StopMode mode) {
        hold(false);
        stop = Optional.of(mode);
        listeners.forEach(listener -> listener.accept(mode));
    }

    synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized List<String> progress() {
        return List.copyOf(progress);
    }

    synchronized Optional<String> content() {
        return content;
    }
}
