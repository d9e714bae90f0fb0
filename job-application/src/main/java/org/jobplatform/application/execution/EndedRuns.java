package org.jobplatform.application.execution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.Ended;
import org.jobplatform.application.port.RunIndex;
import org.jobplatform.application.port.RunLog;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.run.Origin;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;

/** Brings together what a callback tells of: the run that has ended, those before it in its chain, and their logs. */
public final class EndedRuns {
    private final RunStore runs;
    private final RunIndex index;
    private final RunLog log;

    /** All of the same store. */
    public EndedRuns(RunStore runs, RunIndex index, RunLog log) {
        this.runs = runs;
        this.index = index;
        this.log = log;
    }

    /** @param logBytes of each log, from its end; at the beginning of a line */
    Ended with(Run ended, int logBytes) {
        List<Run> chain = new ArrayList<>(before(ended));
        chain.add(ended);
        Map<RunId, String> logs = new HashMap<>();
        if (logBytes > 0) {
            chain.forEach(run -> logs.put(run.id(), endOfLog(run.id(), logBytes)));
        }
        return new Ended(ended, chain, logs);
    }

    private List<Run> before(Run ended) {
        Optional<Origin> origin = ended.request().origin().filter(from -> from.kind() == Origin.Kind.CHAIN);
        if (origin.isEmpty()) {
            return List.of();
        }
        List<Run> before = new ArrayList<>();
        runs.find(origin.get().root()).ifPresent(before::add);
        index.chain(origin.get().root()).stream()
                .filter(run -> run.request().origin().orElseThrow().position()
                        < origin.get().position())
                .forEach(before::add);
        return before;
    }

    private String endOfLog(RunId run, int most) {
        long size = log.size(run);
        String text = new String(log.read(run, Math.max(0, size - most), most), StandardCharsets.UTF_8);
        return size > most ? text.substring(text.indexOf('\n') + 1) : text;
    }
}
