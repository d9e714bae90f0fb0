package org.jobplatform.benchmark.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jobplatform.benchmark.http.Answer;
import org.jobplatform.benchmark.server.StoredRun;

/** The answers to a load of starts, to be held against what is kept. */
final class Tally implements Consumer<Answer> {
    private final List<Answer> answers = new ArrayList<>();

    @Override
    public void accept(Answer answer) {
        if (answer.status() / 100 != 2 || answer.run().isEmpty()) {
            throw new MeasurementFailed("a start was answered " + answer.status());
        }
        answers.add(answer);
    }

    int count() {
        return answers.size();
    }

    List<Answer> answers() {
        return answers;
    }

    Set<String> runs() {
        return answers.stream().map(Answer::run).collect(Collectors.toSet());
    }

    long firstSent() {
        return answers.stream().mapToLong(Answer::sent).min().orElseThrow();
    }

    long lastReceived() {
        return answers.stream().mapToLong(Answer::received).max().orElseThrow();
    }

    /**
     * Requires that exactly the acknowledged runs are kept, once each, all in one state.
     *
     * @throws MeasurementFailed when not
     */
    void require(String status, List<StoredRun> kept) {
        Set<String> missing = runs();
        if (missing.size() != answers.size()) {
            throw new MeasurementFailed(answers.size() - missing.size() + " starts were answered with another's run");
        }
        Map<String, Integer> others = new TreeMap<>();
        Set<String> unknown = new HashSet<>();
        for (StoredRun run : kept) {
            if (!missing.remove(run.id())) {
                unknown.add(run.id());
            }
            if (!run.status().equals(status)) {
                others.merge(run.status(), 1, Integer::sum);
            }
        }
        if (!missing.isEmpty() || !unknown.isEmpty() || !others.isEmpty()) {
            throw new MeasurementFailed("of " + answers.size() + " acknowledged runs " + missing.size()
                    + " are not kept, " + unknown.size() + " are kept that were not acknowledged, and not " + status
                    + " are " + others);
        }
    }
}
