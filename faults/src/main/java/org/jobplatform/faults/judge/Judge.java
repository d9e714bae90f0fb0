package org.jobplatform.faults.judge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges one history. Believes what clients, programs and receivers saw more than what the platform says. */
public final class Judge {
    private final History history;
    private final Map<String, KeptRun> runs;
    private final Map<String, Start> starts;
    private final Map<String, List<Effect>> effects;
    private final List<String> complaints = new ArrayList<>();

    private Judge(History history) {
        this.history = history;
        this.runs = history.runs().stream().collect(toMap(KeptRun::id, run -> run));
        this.starts = history.starts().stream().collect(toMap(Start::key, start -> start));
        this.effects = history.effects().stream().collect(groupingBy(Effect::run));
    }

    /** The verdict on a history. */
    public static Verdict judge(History history) {
        return new Judge(history).judge();
    }

    private Verdict judge() {
        List<Start> acknowledged = history.starts().stream()
                .filter(start -> start.told() == Start.Told.ACKNOWLEDGED)
                .toList();
        int lost = count("lost", acknowledged.stream().filter(this::isLost).map(Start::key));
        int doubled = count("two runs for one start", startsWithTwoRuns().stream())
                + count("one attempt made twice", attemptsMadeTwice().stream())
                + count("came out in two ways", runsWithTwoEnds().stream());
        int overlapping = count("attempts overlap", overlappingRuns().stream());
        int notCalledBack = count("not called back", notCalledBack().stream());
        count(
                "a run that nobody started",
                history.runs().stream().filter(this::isPhantom).map(KeptRun::id));
        count(
                "completed without its effect",
                history.runs().stream().filter(this::isEmptyPromise).map(KeptRun::id));
        return new Verdict(acknowledged.size(), lost, doubled, overlapping, notCalledBack, complaints);
    }

    private int count(String what, Stream<String> which) {
        List<String> names = which.sorted().toList();
        if (!names.isEmpty()) {
            String some = String.join(", ", names.subList(0, Math.min(5, names.size())));
            complaints.add(names.size() + " " + what + ": " + some + (names.size() > 5 ? ", ..." : ""));
        }
        return names.size();
    }

    private boolean isLost(Start start) {
        return !start.runs().stream().allMatch(id -> isEnded(runs.get(id)));
    }

    private static boolean isEnded(@Nullable KeptRun run) {
        return run != null && run.hasEnded();
    }

    private Set<String> startsWithTwoRuns() {
        Map<String, Set<String>> kept =
                history.runs().stream().collect(groupingBy(KeptRun::key, mapping(KeptRun::id, toSet())));
        Set<String> found = new HashSet<>();
        for (Start start : history.starts()) {
            Set<String> all = new HashSet<>(start.runs());
            all.addAll(kept.getOrDefault(start.key(), Set.of()));
            if (all.size() > 1) {
                found.add(start.key());
            }
        }
        return found;
    }

    /** Also a second attempt of a run that must not have one. */
    private Set<String> attemptsMadeTwice() {
        Set<String> found = new HashSet<>();
        effects.forEach((run, seen) -> {
            KeptRun kept = runs.get(run);
            boolean once = kept == null || kept.work() == KeptRun.Work.ONCE;
            Map<Integer, Set<String>> executions = seen.stream()
                    .collect(groupingBy(effect -> once ? 1 : effect.attempt(), mapping(Effect::execution, toSet())));
            if (executions.values().stream().anyMatch(made -> made.size() > 1)) {
                found.add(run);
            }
        });
        return found;
    }

    private Set<String> runsWithTwoEnds() {
        Map<String, Set<String>> told = toldStates();
        Set<String> found = new HashSet<>();
        told.forEach((run, states) -> {
            Set<String> all = new HashSet<>(states);
            KeptRun kept = runs.get(run);
            if (kept != null) {
                all.add(kept.state());
            }
            if (all.size() > 1) {
                found.add(run);
            }
        });
        return found;
    }

    private Map<String, Set<String>> toldStates() {
        return history.receipts().stream().collect(groupingBy(Receipt::run, mapping(Receipt::state, toSet())));
    }

    private Set<String> overlappingRuns() {
        Set<String> found = new HashSet<>();
        effects.forEach((run, seen) -> {
            int newest = 0;
            for (Effect effect : seen) {
                newest = Math.max(newest, effect.attempt());
                if (effect.attempt() < newest) {
                    found.add(run);
                }
            }
        });
        return found;
    }

    private Collection<String> notCalledBack() {
        Set<String> told = toldStates().keySet();
        return history.runs().stream()
                .filter(KeptRun::hasEnded)
                .filter(run ->
                        starts.containsKey(run.key()) && starts.get(run.key()).callback())
                .map(KeptRun::id)
                .filter(id -> !told.contains(id))
                .toList();
    }

    private boolean isPhantom(KeptRun run) {
        Start start = starts.get(run.key());
        return start == null || start.told() == Start.Told.REFUSED;
    }

    private boolean isEmptyPromise(KeptRun run) {
        return run.work() != KeptRun.Work.NOTHING
                && run.state().equals("COMPLETED")
                && effects.getOrDefault(run.id(), List.of()).stream()
                        .noneMatch(effect -> effect.kind() == Effect.Kind.END);
    }
}
