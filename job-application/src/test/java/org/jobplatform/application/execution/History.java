package org.jobplatform.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.port.NewRun;
import org.jobplatform.application.port.RunStore;
import org.jobplatform.domain.callback.Delivery;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunAttempt;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;

/** Stands before the runs of a storage, where no outage comes between, and keeps every value that each run ever had. */
public final class History implements RunStore {
    private final RunStore runs;
    private final Map<RunId, List<Run>> values = new LinkedHashMap<>();

    /** The history of these runs, from now on. */
    public History(RunStore runs) {
        this.runs = runs;
    }

    /** Every value of the run, in their order. */
    public synchronized List<Run> of(RunId id) {
        return List.copyOf(values.getOrDefault(id, List.of()));
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
    public synchronized List<RunId> all() {
        return List.copyOf(values.keySet());
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

    @Override
    public AddResult add(NewRun run) {
        AddResult result = runs.add(run);
        if (result instanceof AddResult.Added) {
            note(result.run());
        }
        return result;
    }

    @Override
    public List<Run> claim(Owner owner, int limit, Instant now) {
        List<Run> claimed = runs.claim(owner, limit, now);
        claimed.forEach(this::note);
        return claimed;
    }

    @Override
    public Run update(Run changed) {
        return note(runs.update(changed));
    }

    @Override
    public Run requeue(Run waiting, RunAttempt made) {
        return note(runs.requeue(waiting, made));
    }

    @Override
    public Run finish(Run ended, Optional<Delivery> delivery) {
        return note(runs.finish(ended, delivery));
    }

    @Override
    public Optional<Run> find(RunId id) {
        return runs.find(id);
    }

    @Override
    public List<Run> ownedBy(Owner owner, int limit) {
        return runs.ownedBy(owner, limit);
    }

    @Override
    public List<Run> asked(Owner owner) {
        return runs.asked(owner);
    }

    private synchronized Run note(Run run) {
        values.computeIfAbsent(run.id(), id -> new ArrayList<>()).add(run);
        return run;
    }
}
