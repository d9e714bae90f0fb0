package org.jobplatform.application.port;

import java.util.List;
import java.util.Map;
import org.jobplatform.domain.run.RowCounters;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/**
 * What a callback tells of.
 *
 * @param run that has ended; of a chain, its last
 * @param chain every run of the chain as far as it is kept, in their order, this run at the end; this run alone when it is of
 *     no chain
 * @param logs of these runs, where the format {@link CallbackFormat#logBytes asks} for them
 */
public record Ended(Run run, List<Run> chain, Map<RunId, String> logs) {
    /** Copies both collections. */
    public Ended {
        chain = List.copyOf(chain);
        logs = Map.copyOf(logs);
    }

    /** A run of no chain, without its log. */
    public static Ended alone(Run run) {
        return new Ended(run, List.of(run), Map.of());
    }

    /** The run with which the chain began: the one that was asked for. */
    public Run first() {
        return chain.getFirst();
    }

    /** The rows of all these runs. */
    public RowCounters rows() {
        return chain.stream().map(member -> member.progress().rows()).reduce(RowCounters.NONE, RowCounters::plus);
    }

    /** The logs of all these runs, one after the other. */
    public String log() {
        StringBuilder all = new StringBuilder();
        chain.forEach(member -> all.append(logs.getOrDefault(member.id(), "")));
        return all.toString();
    }
}
