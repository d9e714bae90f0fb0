package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * Of a chain, each place has one run at most; a run follows when the one before it has ended well, after its end, and not
 * otherwise; none is missing at the last, and only the last is told of.
 */
final class WholeChains implements Rule {
    @Override
    public String id() {
        return "chains";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        Map<RunId, List<RunId>> followers = new HashMap<>();
        history.commits()
                .forEach((id, commits) -> commits.getFirst()
                        .run()
                        .parent()
                        .ifPresent(parent -> followers
                                .computeIfAbsent(parent, run -> new ArrayList<>())
                                .add(id)));
        List<String> broken = new ArrayList<>();
        history.commits().forEach((id, commits) -> {
            Run last = commits.getLast().run();
            List<RunId> after = followers.getOrDefault(id, List.of());
            if (after.size() > (last.isFollowed() ? 1 : 0)) {
                broken.add("run " + id + " is " + last.status() + " and followed by " + after);
            }
            if (last.isFollowed() && after.isEmpty()) {
                broken.add("run " + id + " is " + last.status() + " and nothing follows it");
            }
            after.stream()
                    .filter(next -> !isLater(history, id, next))
                    .forEach(next -> broken.add("run " + next + " came before the end of " + id));
            boolean told = history.deliveries().stream()
                    .anyMatch(commit -> commit.delivery().run().equals(id));
            if (last.isFollowed() && told) {
                broken.add("run " + id + " is told of, and is not the last of its chain");
            }
        });
        return broken;
    }

    private static boolean isLater(ClusterHistory history, RunId before, RunId after) {
        Commit added = history.commitsOf(after).stream()
                .min(Comparator.comparingInt(commit -> commit.when().order()))
                .orElseThrow();
        return history.endOf(before)
                .filter(end -> end.when().isBefore(added.when()))
                .isPresent();
    }
}
