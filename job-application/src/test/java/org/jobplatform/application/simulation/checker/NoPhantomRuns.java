package org.jobplatform.application.simulation.checker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every run belongs to a start that was answered with success or not at all; a start that was refused made none. */
final class NoPhantomRuns implements Rule {
    @Override
    public String id() {
        return "C3";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        Set<String> wanted = new HashSet<>();
        history.starts().stream()
                .filter(start -> start.answer() != Answer.FAIL)
                .forEach(start -> wanted.add(start.token()));
        return history.commits().entrySet().stream()
                .filter(run -> run.getValue()
                        .getFirst()
                        .run()
                        .request()
                        .argument()
                        .filter(wanted::contains)
                        .isEmpty())
                .map(run -> "run " + run.getKey() + " was never started, or its start was refused")
                .toList();
    }
}
