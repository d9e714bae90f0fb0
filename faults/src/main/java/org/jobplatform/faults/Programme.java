package org.jobplatform.faults;

import java.io.PrintStream;
import java.util.List;
import org.jobplatform.faults.fault.Fault;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;

/** Tries one fault after the other. One that comes to nothing is a bad row and keeps no other from being tried. */
final class Programme {
    private final Lab lab;
    private final PrintStream progress;

    /** @param progress is told of every row as it is known */
    Programme(Lab lab, PrintStream progress) {
        this.lab = lab;
        this.progress = progress;
    }

    Table run(List<Fault> faults) {
        Table table = new Table();
        for (Fault fault : faults) {
            long begin = System.nanoTime();
            List<Row> rows = tryOut(fault);
            table.add(rows);
            long seconds = (System.nanoTime() - begin) / 1_000_000_000;
            rows.forEach(row -> {
                progress.println("faults: " + seconds + " s: " + Table.line(row));
                row.allComplaints().forEach(complaint -> progress.println("faults: " + complaint));
            });
        }
        return table;
    }

    private List<Row> tryOut(Fault fault) {
        progress.println("faults: " + fault.name() + ": " + fault.description());
        try {
            return fault.tryOut(lab);
        } catch (RuntimeException | AssertionError failed) {
            failed.printStackTrace(progress);
            return List.of(Row.failed(fault.name(), "the trial failed: " + failed));
        }
    }
}
