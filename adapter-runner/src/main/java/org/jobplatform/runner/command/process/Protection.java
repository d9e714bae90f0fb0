package org.jobplatform.runner.command.process;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What must never be taken for a part of a run, whatever its environment says: this process and its ancestors, and
 * their sessions and process groups.
 *
 * @param pids this process and its ancestors
 * @param circles sessions and process groups of these
 */
record Protection(Set<Long> pids, Set<Long> circles) {

    static Protection ofThisProcess(ProcessTable table) {
        Set<Long> pids = new HashSet<>();
        Set<Long> circles = new HashSet<>();
        pids.add(1L);
        Optional<ProcessEntry> next = table.entry(ProcessHandle.current().pid());
        while (next.isPresent()) {
            ProcessEntry entry = next.get();
            pids.add(entry.pid());
            circles.add(entry.session());
            circles.add(entry.group());
            next = pids.contains(entry.parent()) ? Optional.empty() : table.entry(entry.parent());
        }
        return new Protection(Set.copyOf(pids), Set.copyOf(circles));
    }

    boolean covers(ProcessEntry entry) {
        return pids.contains(entry.pid());
    }

    /** Whether the process was left behind by its parent: such a one goes to an ancestor of the server. */
    boolean adopted(ProcessEntry entry) {
        return pids.contains(entry.parent());
    }
}
