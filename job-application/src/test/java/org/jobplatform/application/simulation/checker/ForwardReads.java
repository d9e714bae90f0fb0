package org.jobplatform.application.simulation.checker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunStatus;

/** Who reads a run again sees it where it was or further on its way, whatever node is asked. */
final class ForwardReads implements Rule {
    private static final Map<RunStatus, Set<RunStatus>> AHEAD = ahead();

    @Override
    public String id() {
        return "C8";
    }

    @Override
    public List<String> broken(ClusterHistory history) {
        List<String> broken = new ArrayList<>();
        Map<RunId, List<Reading>> byRun = new HashMap<>();
        for (Reading later : history.readings()) {
            List<Reading> before = byRun.computeIfAbsent(later.run().id(), id -> new ArrayList<>());
            for (Reading earlier : before) {
                if (earlier.answered().isBefore(later.invoked()) && !isForward(earlier.run(), later.run())) {
                    broken.add("run " + later.run().id() + " was read as " + words(earlier) + " and then as "
                            + words(later));
                }
            }
            before.add(later);
        }
        return broken;
    }

    private static boolean isForward(Run earlier, Run later) {
        if (later.progress().percent() < earlier.progress().percent()) {
            return false;
        }
        return later.attempt() == earlier.attempt()
                ? AHEAD.getOrDefault(earlier.status(), Set.of()).contains(later.status())
                : later.attempt() > earlier.attempt() && !earlier.isEnded();
    }

    /** What can follow within one attempt: a claim begins the next. */
    private static Map<RunStatus, Set<RunStatus>> ahead() {
        Map<RunStatus, Set<RunStatus>> ahead = new EnumMap<>(RunStatus.class);
        for (RunStatus from : RunStatus.values()) {
            Set<RunStatus> reached = EnumSet.of(from);
            Deque<RunStatus> open = new ArrayDeque<>(reached);
            while (!open.isEmpty()) {
                RunStatus next = open.remove();
                next.successors().stream()
                        .filter(status -> status != RunStatus.STARTING)
                        .filter(reached::add)
                        .forEach(open::add);
            }
            ahead.put(from, reached);
        }
        return ahead;
    }

    private static String words(Reading reading) {
        Run run = reading.run();
        return run.status() + " (attempt " + run.attempt() + ", "
                + run.progress().percent() + " %) at " + reading.answered();
    }
}
