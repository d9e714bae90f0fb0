package org.jobplatform.application.simulation.checker;

import java.util.List;

/** All rules. */
public final class Checker {
    /** Every rule, in the order of their names. */
    public static final List<Rule> RULES = List.of(
            new AcknowledgedStarts(),
            new OneRunPerWish(),
            new NoPhantomRuns(),
            new LegalWays(),
            new OneEnd(),
            new NoOverlap(),
            new NoStaleWrites(),
            new ForwardReads(),
            new EveryEndIsTold(),
            new TruthfulCallbacks(),
            new CallbackSchedule(),
            new StopsHold(),
            new CleanStops(),
            new NothingRemains(),
            new LimitsHold(),
            new WholeChains());

    /** A rule that a history breaks, and how. */
    public record Violation(String rule, String words) {
        @Override
        public String toString() {
            return rule + ": " + words;
        }
    }

    private Checker() {}

    /** Every way in which the history breaks a rule; none when all hold. */
    public static List<Violation> check(ClusterHistory history) {
        return RULES.stream()
                .flatMap(rule -> rule.broken(history).stream().map(words -> new Violation(rule.id(), words)))
                .toList();
    }
}
