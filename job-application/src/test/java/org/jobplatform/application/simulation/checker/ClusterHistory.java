package org.jobplatform.application.simulation.checker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * What happened to a cluster. What clients, runners and receivers saw is told apart from what the store kept.
 *
 * @param jobs as they were all the time
 * @param effects by run, in their order
 * @param commits by run, in their order
 * @param deliveries every durable change of a delivery, in their order
 * @param deaf runs whose runner does not follow any wish to stop
 * @param healed nothing goes wrong any more from here on
 * @param dump every run as it was five seconds or more after the last change
 * @param remains what the nodes held at the end
 */
public record ClusterHistory(
        Map<JobId, JobDefinition> jobs,
        List<Start> starts,
        List<Stop> stops,
        List<Reading> readings,
        Map<RunId, List<Effect>> effects,
        List<Receipt> receipts,
        Map<RunId, List<Commit>> commits,
        List<DeliveryCommit> deliveries,
        List<Fault> faults,
        Set<RunId> deaf,
        Duration healed,
        Map<RunId, Run> dump,
        List<Remains> remains) {
    /** What runners did for this run. */
    List<Effect> effectsOf(RunId run) {
        return effects.getOrDefault(run, List.of());
    }

    /** What was kept of this run. */
    List<Commit> commitsOf(RunId run) {
        return commits.getOrDefault(run, List.of());
    }

    /** The first change by which the run ended. */
    Optional<Commit> endOf(RunId run) {
        return commitsOf(run).stream().filter(commit -> commit.run().isEnded()).findFirst();
    }

    /** The job of the run as it is defined. */
    JobDefinition jobOf(Run run) {
        return Objects.requireNonNull(jobs.get(run.job().id()));
    }

    /** Says whether something may have kept this node from its work between these two. */
    boolean isHindered(String node, Duration from, Duration to) {
        return faults.stream().anyMatch(fault -> fault.hinders(node, from, to));
    }

    /** The first time at which this node has been left in peace for so long, counted from {@code from}. */
    Duration afterPeaceOf(String node, Duration from, Duration length) {
        Duration end = from.plus(length);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Fault fault : faults) {
                Duration later = fault.until().plus(length);
                if (fault.hinders(node, from, end) && later.compareTo(end) > 0) {
                    end = later;
                    moved = true;
                }
            }
        }
        return end;
    }
}
