package org.jobplatform.faults;

import java.util.List;
import org.jobplatform.faults.fault.CrashPoints;
import org.jobplatform.faults.fault.Fault;
import org.jobplatform.faults.fault.NodeFrozen;
import org.jobplatform.faults.fault.NodeKilled;
import org.jobplatform.faults.fault.PostgresKilled;
import org.jobplatform.faults.fault.SecondServer;
import org.jobplatform.faults.fault.ServerKilled;

/** All faults, in the order in which they are tried. */
final class Faults {
    static final List<Fault> SHORT =
            List.of(new CrashPoints(), new ServerKilled(), new SecondServer(), new NodeKilled(), new NodeFrozen(), new PostgresKilled());

    private Faults() {}
}
