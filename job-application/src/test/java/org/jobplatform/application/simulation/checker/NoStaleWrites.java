package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunStatus;

/** What belonged to an older attempt is not written once a newer one was claimed, and an outcome only by who worked on it. */
final class NoStaleWrites implements Rule {
    @Override
    public String id() {
        return "C7";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        history.commits().values().forEach(commits -> {
            for (int i = 1; i < commits.size(); i++) {
                judge(commits.get(i - 1).run(), commits.get(i)).ifPresent(broken::add);
            }
        });
        return broken;
    }

    private static Optional<String> judge(Run before, Commit commit) {
        Run after = commit.run();
        String who = "run " + after.id() + " at " + commit.when() + " by " + commit.node() + ": ";
        if (after.attempt() < before.attempt()) {
            return Optional.of(who + "attempt " + after.attempt() + " wrote after attempt " + before.attempt());
        }
        if (after.attempt() > before.attempt()) {
            boolean claimed = after.attempt() == before.attempt() + 1 && before.status() == RunStatus.QUEUED;
            return claimed ? Optional.empty() : Optional.of(who + "was claimed as " + before.status());
        }
        if (before.owner().isPresent()
                && after.owner().isPresent()
                && !before.owner().equals(after.owner())) {
            return Optional.of(who + "its owner changed within attempt " + after.attempt());
        }
        boolean foreign = isOutcomeOfWork(after)
                && before.owner().map(Owner::node).filter(commit.node()::equals).isEmpty();
        return foreign ? Optional.of(who + "came out as " + after.status() + ", but another had it") : Optional.empty();
    }

    private static boolean isOutcomeOfWork(Run run) {
        return switch (run.status()) {
            case COMPLETED, COMPLETED_WITH_ERRORS, FAILED -> true;
            case QUEUED, STARTING, RUNNING, PAUSED, STOPPING, STOPPED, LOST -> false;
        };
    }
}
