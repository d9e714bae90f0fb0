package org.jobplatform.application.simulation.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobplatform.domain.run.RunId;

/** What a client wants once is done by one run at most, however often and wherever it asked, with or without an answer. */
final class OneRunPerWish implements Rule {
    @Override
    public String id() {
        return "C2";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        Map<String, Set<RunId>> runs = new HashMap<>();
        history.commits()
                .forEach((id, commits) -> commits.getFirst()
                        .run()
                        .request()
                        .argument()
                        .filter(token -> commits.getFirst().run().parent().isEmpty())
                        .ifPresent(token -> runs.computeIfAbsent(token, wish -> new HashSet<>())
                                .add(id)));
        return runs.entrySet().stream()
                .filter(wish -> wish.getValue().size() > 1)
                .map(wish -> "start " + wish.getKey() + " has the runs " + wish.getValue())
                .toList();
    }
}
