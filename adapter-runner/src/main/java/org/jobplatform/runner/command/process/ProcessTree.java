package org.jobplatform.runner.command.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds everything that belongs to a run, or to all runs of a node: processes with a fitting {@link RunMark}, processes
 * known from an earlier look, orphans that work in the run's folder, and from each of these the descendants and the
 * members of its session and process group.
 *
 * <p>A process that cleared its environment, left the session, changed its folder and lost its parent between two looks
 * is not found; only a PID namespace keeps it ({@link Confinement}).
 */
final class ProcessTree {

    private final ProcessTable table;
    private final Predicate<String> marks;
    private final Protection protection;
    private final Optional<Path> folder;
    private final Set<ProcessId> known = new HashSet<>();

    ProcessTree(ProcessTable table, Predicate<String> marks, Protection protection, Optional<Path> folder) {
        this.table = table;
        this.marks = marks;
        this.protection = protection;
        this.folder = folder;
    }

    synchronized void add(ProcessId process) {
        known.add(process);
    }

    /** Looks once, without opening any environment, so that relatives of known processes are known from now on. */
    synchronized void sample() {
        List<ProcessEntry> alive = alive();
        remember(grow(startingPoints(alive, entry -> false), alive), alive);
    }

    /** What is alive now, in no order. */
    synchronized List<ProcessEntry> scan() {
        List<ProcessEntry> alive = alive();
        Set<ProcessEntry> found = grow(startingPoints(alive, this::belongs), alive);
        remember(found, alive);
        return List.copyOf(found);
    }

    List<Survivor> survivors(Collection<ProcessEntry> entries) {
        return entries.stream()
                .map(entry -> new Survivor(entry.pid(), table.command(entry)))
                .toList();
    }

    /** Says whether it does nothing more until it is let go on. */
    boolean isHeld(ProcessEntry entry) {
        return table.isHeld(entry);
    }

    boolean isAlive(ProcessEntry entry) {
        return isAlive(entry.id());
    }

    boolean isAlive(ProcessId process) {
        return table.isAlive(process);
    }

    private List<ProcessEntry> alive() {
        return table.snapshot().stream().filter(ProcessEntry::alive).toList();
    }

    private Set<ProcessEntry> startingPoints(List<ProcessEntry> alive, Predicate<ProcessEntry> belongs) {
        return alive.stream()
                .filter(entry -> !protection.covers(entry))
                .filter(entry -> known.contains(entry.id()) || belongs.test(entry))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean belongs(ProcessEntry entry) {
        return table.mark(entry.pid()).filter(marks).isPresent()
                || (folder.isPresent() && isOrphanIn(folder.get(), entry));
    }

    /** A shell on a terminal is somebody who looks around, a process with a parent somebody else's tool. */
    private boolean isOrphanIn(Path place, ProcessEntry entry) {
        return !entry.onTerminal()
                && protection.adopted(entry)
                && table.directory(entry.pid())
                        .filter(directory -> directory.startsWith(place))
                        .isPresent();
    }

    private Set<ProcessEntry> grow(Set<ProcessEntry> found, List<ProcessEntry> alive) {
        List<ProcessEntry> others = new ArrayList<>(alive);
        others.removeIf(entry -> found.contains(entry) || protection.covers(entry));
        Set<Long> livingPids = pids(alive);
        boolean grown = !found.isEmpty();
        while (grown) {
            Set<Long> parents = pids(found);
            Set<Long> circles = circles(found, livingPids);
            List<ProcessEntry> relatives = others.stream()
                    .filter(entry -> parents.contains(entry.parent())
                            || circles.contains(entry.session())
                            || circles.contains(entry.group()))
                    .toList();
            others.removeAll(relatives);
            grown = found.addAll(relatives);
        }
        return found;
    }

    /** Sessions and groups whose leader belongs to the run, or has ended and is nobody's ancestor here. */
    private Set<Long> circles(Set<ProcessEntry> found, Set<Long> livingPids) {
        Set<Long> leaders = pids(found);
        known.forEach(process -> leaders.add(process.pid()));
        return found.stream()
                .flatMap(entry -> Stream.of(entry.session(), entry.group()))
                .filter(leader -> leader > 0 && !protection.circles().contains(leader))
                .filter(leader -> leaders.contains(leader) || !livingPids.contains(leader))
                .collect(Collectors.toSet());
    }

    /** Keeps what lives, and ended leaders while their session or group has members. */
    private void remember(Set<ProcessEntry> found, List<ProcessEntry> alive) {
        found.forEach(entry -> known.add(entry.id()));
        Set<ProcessId> living = alive.stream().map(ProcessEntry::id).collect(Collectors.toSet());
        Set<Long> led = found.stream()
                .flatMap(entry -> Stream.of(entry.session(), entry.group()))
                .collect(Collectors.toSet());
        known.removeIf(process -> !living.contains(process) && !led.contains(process.pid()));
    }

    private static Set<Long> pids(Collection<ProcessEntry> entries) {
        return entries.stream().map(ProcessEntry::pid).collect(Collectors.toCollection(HashSet::new));
    }
}
