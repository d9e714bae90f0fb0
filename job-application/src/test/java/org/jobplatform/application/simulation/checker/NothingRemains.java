package org.jobplatform.application.simulation.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A minute after all is mended, or it was started, every run has ended, and at the end nothing is held any more. */
final class NothingRemains implements Rule {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "C14";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        history.commits().forEach((id, commits) -> {
            Duration added = commits.getFirst().when().time();
            Duration deadline = (added.compareTo(history.healed()) > 0 ? added : history.healed()).plus(LONGEST);
            boolean ended = history.endOf(id)
                    .filter(end -> end.when().time().compareTo(deadline) <= 0)
                    .isPresent();
            if (!ended) {
                broken.add("run " + id + " had not ended by " + deadline + "; at last it was "
                        + commits.getLast().run().state());
            }
        });
        history.remains()
                .forEach(remains -> remains.held().forEach(held -> broken.add(remains.node() + " holds " + held)));
        return broken;
    }
}
