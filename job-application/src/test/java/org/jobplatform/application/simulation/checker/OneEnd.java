package org.jobplatform.application.simulation.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobplatform.domain.run.RunId;

/** A run ends once, nothing follows on it, and it is still the same five seconds later. */
final class OneEnd implements Rule {
    @Override
    public String id() {
        return "C5";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        history.commits().forEach((id, commits) -> {
            long ends =
                    commits.stream().filter(commit -> commit.run().isEnded()).count();
            boolean last = commits.getLast().run().isEnded();
            if (ends != 1 || !last) {
                broken.add("run " + id + " has " + ends + " ends, and was "
                        + commits.getLast().run().status() + " at last");
            } else if (!isStill(history, id, commits.getLast())) {
                broken.add("run " + id + " is another than it was when it ended: "
                        + history.dump().get(id));
            }
        });
        return broken;
    }

    private static boolean isStill(ClusterHistory history, RunId id, Commit last) {
        return Optional.ofNullable(history.dump().get(id))
                .filter(last.run()::equals)
                .isPresent();
    }
}
