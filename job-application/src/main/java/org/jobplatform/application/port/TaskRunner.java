package org.jobplatform.application.port;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.Problem;
import org.jobplatform.domain.run.RunOutcome;

/** What carries runs out. One instance serves any number of runs at once. */
public interface TaskRunner {
    /** The name by which a job chooses this runner, such as {@code command}. */
    String kind();

    /** Everything wrong with the settings that a job gives this runner; each field's path begins with {@link #kind}. */
    List<Problem> validate(Map<String, Object> settings);

    /**
     * The settings of a document that lies in this folder, with paths relative to the folder made absolute. The default
     * has none.
     */
    default Map<String, Object> resolve(Map<String, Object> settings, Path folder) {
        return settings;
    }

    /** Says whether a job with these settings works on rows, so that a start may name a range of them. */
    default boolean acceptsRows(Map<String, Object> settings) {
        return false;
    }

    /**
     * Says whether this runner holds its work and lets it go on as {@link RunContext#onPause} asks. Runs of one that does
     * not cannot be paused. The default does not.
     */
    default boolean canPause() {
        return false;
    }

    /** The jobs that a job with these settings carries out as its steps, in their order. The default has none. */
    default List<Step> steps(Map<String, Object> settings) {
        return List.of();
    }

    /**
     * A step of a job that carries out other jobs.
     *
     * @param job the id of the other job, or its project and name with a slash between them; it may not exist yet
     * @param name what the step is called, where it has a name of its own
     */
    record Step(String job, Optional<String> name) {}

    /**
     * Says whether its runs do nothing but wait for other runs. Such a run takes no place of its node, so that those it waits
     * for find one. The default does more.
     */
    default boolean onlyWaits() {
        return false;
    }

    /**
     * Says whether an attempt goes on where the one before it was left, and does nothing twice. When the node of such a run
     * dies or shuts down, the run is queued again whatever its job's {@code onLost} says; when it has failed, another attempt
     * would only find that again, and none is made. Its runner returns at once when {@link RunContext#isHandedOver}. The
     * default does not.
     */
    default boolean resumes() {
        return false;
    }

    /**
     * Carries out one attempt, on the calling thread, and returns how it came out. When it returns, nothing of the attempt
     * is at work any more. It follows {@link RunContext#onStop}; an attempt that ended because of it came out as
     * {@link RunOutcome.Stopped}. What the runner throws counts as {@link RunOutcome.Failed}.
     *
     * @throws InterruptedException never because of a stop; only when the thread is given up: also when the attempt did not
     *     end long after it was to end by force, and was written off
     */
    RunOutcome run(RunContext context) throws InterruptedException;
}
