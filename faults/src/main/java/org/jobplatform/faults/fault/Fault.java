package org.jobplatform.faults.fault;

import java.util.List;
import org.jobplatform.faults.trial.Lab;
import org.jobplatform.faults.trial.Row;

/** One kind of fault: breaks servers under load and says what was left. */
public interface Fault {
    /** By which it is chosen on the command line. */
    String name();

    /** What is broken, in a few words. */
    String description();

    /**
     * Tries it; gives at least one row.
     *
     * @throws RuntimeException when it came to nothing
     */
    List<Row> tryOut(Lab lab);
}
