package org.jobplatform.runner.command.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends what earlier incarnations of this node have left running. Done once, before the server takes up work. */
public final class OrphanSweep {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final NodeMark node;

    /** Sweeps for this incarnation, whose own processes are left alone. */
    public OrphanSweep(NodeMark node) {
        this.node = node;
    }

    /**
     * Kills every process with a mark of another incarnation of this node, with all that comes from it, and takes ten
     * seconds at most.
     *
     * @return what lives on in spite of it
     */
    public List<Survivor> sweep() {
        ProcessTable table = new ProcessTable();
        ProcessTree tree = new ProcessTree(
                table, node::marksAnotherIncarnation, Protection.ofThisProcess(table), Optional.empty());
        return new KillLadder(tree, TIMEOUT).force(() -> false);
    }
}
