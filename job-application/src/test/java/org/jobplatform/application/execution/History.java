package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;

/** Stands before the runs of a storage, where no outage comes between, and keeps every value that each run ever had. */
public final class History extends ForwardingRuns {
    private final Map<RunId, List<Run>> values;

    /** The history of these runs, from now on. */
    public History(RunStore runs) {
        this(runs, new LinkedHashMap<>());
    }

    private History(RunStore runs, Map<RunId, List<Run>> values) {
        super(new RecordingRuns(runs, run -> note(values, run), delivery -> {}));
        this.values = values;
    }

    /** Every value of the run, in their order. */
    public List<Run> of(RunId id) {
        synchronized (values) {
            return List.copyOf(values.getOrDefault(id, List.of()));
        }
    }

    /** The statuses of the run in their order, each as often as it was entered. */
    public List<RunStatus> statuses(RunId id) {
        List<RunStatus> statuses = new ArrayList<>();
        Run last = null;
        for (Run run : of(id)) {
            if (last == null || last.status() != run.status() || last.attempt() != run.attempt()) {
                statuses.add(run.status());
            }
            last = run;
        }
        return statuses;
    }

    /** Every run there ever was. */
    public List<RunId> all() {
        synchronized (values) {
            return List.copyOf(values.keySet());
        }
    }

    /** Asserts that each run's way is one through the table of states, with times and progress that never go back. */
    public void assertLegal() {
        for (RunId id : all()) {
            List<Run> ways = of(id);
            for (int i = 1; i < ways.size(); i++) {
                Run before = ways.get(i - 1);
                Run after = ways.get(i);
                assertThat(after.version()).as("version of %s", id).isEqualTo(before.version() + 1);
                assertThat(after.attempt()).as("attempt of %s", id).isGreaterThanOrEqualTo(before.attempt());
                assertThat(after.progress().percent())
                        .as("progress of %s", id)
                        .isGreaterThanOrEqualTo(before.progress().percent());
                assertThat(before.isEnded())
                        .as("%s was left by %s", before, after)
                        .isFalse();
                if (after.status() != before.status()) {
                    assertThat(before.status().successors())
                            .as("from %s", before)
                            .contains(after.status());
                }
            }
        }
    }

    private static void note(Map<RunId, List<Run>> values, Run run) {
        synchronized (values) {
            values.computeIfAbsent(run.id(), id -> new ArrayList<>()).add(run);
        }
    }
}
