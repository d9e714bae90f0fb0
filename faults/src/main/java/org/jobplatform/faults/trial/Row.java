package org.jobplatform.faults.trial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobplatform.faults.judge.Verdict;

/**
 * One line of the table: a fault and what was left.
 *
 * @param database its product
 * @param verdict absent when the trial was skipped or failed
 * @param detection from the fault until the platform acted on it: settled a dead node's runs, or answered 503
 * @param recovery from the end of the fault to the next acknowledged start
 * @param complaints what is wrong besides the verdict
 * @param remark what to say instead of whether it is good
 */
public record Row(
        String fault,
        String database,
        Optional<Verdict> verdict,
        Optional<Duration> detection,
        Optional<Duration> recovery,
        List<String> complaints,
        Optional<String> remark) {
    /** Copies the list. */
    public Row {
        complaints = List.copyOf(complaints);
    }

    /** A trial that was not made, and says so. */
    public static Row skipped(String fault, String database, String why) {
        return new Row(
                fault,
                database,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of("skipped: " + why));
    }

    /** A trial that came to nothing. */
    public static Row failed(String fault, String why) {
        return new Row(fault, "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(why), Optional.empty());
    }

    /** Says whether something was not as promised. */
    public boolean isBad() {
        return !allComplaints().isEmpty();
    }

    /** Everything that is wrong, in words. */
    public List<String> allComplaints() {
        return Stream.concat(verdict.stream().flatMap(found -> found.complaints().stream()), complaints.stream())
                .toList();
    }
}
