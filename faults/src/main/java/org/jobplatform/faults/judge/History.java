package org.jobplatform.faults.judge;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was seen of a trial after it came to rest.
 *
 * @param effects in the order in which they happened
 * @param receipts in the order in which they came
 */
public record History(List<Start> starts, List<KeptRun> runs, List<Effect> effects, List<Receipt> receipts) {
    /** Copies the lists. */
    public History {
        starts = List.copyOf(starts);
        runs = List.copyOf(runs);
        effects = List.copyOf(effects);
        receipts = List.copyOf(receipts);
    }

    /** What belongs to the starts with these keys. */
    public History only(Predicate<String> keys) {
        List<Start> wanted =
                starts.stream().filter(start -> keys.test(start.key())).toList();
        List<KeptRun> kept = runs.stream().filter(run -> keys.test(run.key())).toList();
        Set<String> ids = Stream.concat(
                        kept.stream().map(KeptRun::id), wanted.stream().flatMap(start -> start.runs().stream()))
                .collect(Collectors.toSet());
        return new History(
                wanted,
                kept,
                effects.stream().filter(effect -> ids.contains(effect.run())).toList(),
                receipts.stream().filter(receipt -> ids.contains(receipt.run())).toList());
    }
}
