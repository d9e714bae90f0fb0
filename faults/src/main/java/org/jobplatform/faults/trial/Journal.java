package org.jobplatform.faults.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jobplatform.faults.judge.Start;
import org.jobplatform.faults.judge.Start.Told;

/** What the clients of a trial were told, and when. */
public final class Journal {
    /** An answer by the monotonic clock. */
    private record Answer(Told told, long sent, long came) {}

    private final Map<String, Start> starts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

    /** A start that a client is about to send. */
    void intend(String key, boolean callback) {
        starts.putIfAbsent(key, new Start(key, Told.UNKNOWN, callback, Set.of()));
    }

    /** What a client was told, by the best of all answers that it got. */
    void note(String key, Told told, Optional<String> run, long sent) {
        answers.add(new Answer(told, sent, System.nanoTime()));
        starts.computeIfPresent(key, (ignored, before) -> {
            Set<String> runs = new TreeSet<>(before.runs());
            run.ifPresent(runs::add);
            boolean acknowledged = told == Told.ACKNOWLEDGED || before.told() == Told.ACKNOWLEDGED;
            // One refusal after an open answer says nothing of the run that may be there.
            boolean refused = told == Told.REFUSED;
            return new Start(
                    key,
                    acknowledged ? Told.ACKNOWLEDGED : refused ? Told.REFUSED : Told.UNKNOWN,
                    before.callback(),
                    runs);
        });
    }

    List<Start> starts() {
        return new ArrayList<>(starts.values());
    }

    /** How many starts the platform answers for. */
    public long acknowledged() {
        return starts.values().stream()
                .filter(start -> start.told() == Told.ACKNOWLEDGED)
                .count();
    }

    /** The keys of starts of which it is open whether there is a run. */
    List<String> open() {
        return starts.values().stream()
                .filter(start -> start.told() == Told.UNKNOWN)
                .map(Start::key)
                .toList();
    }

    /** From this moment to the first acknowledgement of a start that was sent after it. */
    Optional<Duration> acknowledgedAfter(long moment) {
        return first(Told.ACKNOWLEDGED, moment);
    }

    /** From this moment to the first start sent after it that was answered with 503, or not at all. */
    Optional<Duration> unavailableAfter(long moment) {
        return first(Told.UNKNOWN, moment);
    }

    private Optional<Duration> first(Told told, long moment) {
        return answers.stream()
                .filter(answer -> answer.told() == told && answer.sent() - moment >= 0)
                .map(answer -> Duration.ofNanos(answer.came() - moment))
                .min(Duration::compareTo);
    }
}
