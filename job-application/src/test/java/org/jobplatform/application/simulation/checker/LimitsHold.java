package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobplatform.domain.job.Concurrency;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * Never are more runs of a job carried out than its limit says, nor more unfinished where it says to refuse; a run that was to
 * be alone found none unfinished when it was added.
 */
final class LimitsHold implements Rule {
    @Override
    public String id() {
        return "limits";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        Set<String> alone = new HashSet<>();
        history.starts().stream().filter(Start::alone).forEach(start -> alone.add(start.token()));
        List<String> broken = new ArrayList<>();
        Map<RunId, Run> now = new HashMap<>();
        history.commits().values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(commit -> commit.when().order()))
                .forEach(commit -> {
                    boolean added = now.put(commit.run().id(), commit.run()) == null;
                    judge(history, commit, added, alone, now, broken);
                });
        return broken;
    }

    private static void judge(
            ClusterHistory history,
            Commit commit,
            boolean added,
            Set<String> alone,
            Map<RunId, Run> now,
            List<String> broken) {
        Run run = commit.run();
        Optional<Concurrency> limit =
                Optional.ofNullable(history.jobs().get(run.job().id())).flatMap(JobDefinition::concurrency);
        boolean wasToBeAlone =
                added && run.request().argument().filter(alone::contains).isPresent();
        if (limit.isEmpty() && !wasToBeAlone) {
            return;
        }
        List<Run> unfinished = now.values().stream()
                .filter(other -> other.job().id().equals(run.job().id()) && !other.isEnded())
                .toList();
        long owned =
                unfinished.stream().filter(other -> other.owner().isPresent()).count();
        String counts = ": " + owned + " runs of job " + run.job().id() + " are carried out and " + unfinished.size()
                + " are unfinished at " + commit.when() + " with run " + run.id();
        if (wasToBeAlone && unfinished.size() > 1) {
            broken.add("it was to be alone" + counts);
        }
        limit.filter(allowed -> owned > allowed.limit()
                        || (added
                                && allowed.whenFull() == Concurrency.WhenFull.REJECT
                                && unfinished.size() > allowed.limit()))
                .ifPresent(allowed -> broken.add(allowed + counts));
    }
}
