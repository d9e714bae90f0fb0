package org.jobplatform.faults;

import java.util.List;
import java.util.stream.Stream;
import org.jobplatform.faults.agent.CrashPoint;
import org.jobplatform.faults.agent.Mutation;
import org.jobplatform.faults.fault.BadNetwork;
import org.jobplatform.faults.fault.CallbackGuard;
import org.jobplatform.faults.fault.CrashPoints;
import org.jobplatform.faults.fault.DiskFull;
import org.jobplatform.faults.fault.Fault;
import org.jobplatform.faults.fault.HangingReceiver;
import org.jobplatform.faults.fault.Mutant;
import org.jobplatform.faults.fault.NodeFrozen;
import org.jobplatform.faults.fault.NodeKilled;
import org.jobplatform.faults.fault.PostgresBroken;
import org.jobplatform.faults.fault.SameKey;
import org.jobplatform.faults.fault.SecondServer;
import org.jobplatform.faults.fault.ServerKilled;
import org.jobplatform.faults.fault.StopStorm;

/** The faults of each form of the programme, in the order in which they are tried. */
final class Faults {
    private static final CrashPoints END_COMMITTED = new CrashPoints(List.of(CrashPoint.END_COMMITTED));

    /** Quick enough for every build. */
    static final List<Fault> SHORT = List.of(
            new CrashPoints(),
            new ServerKilled(3),
            new DiskFull(),
            new HangingReceiver(),
            new NodeFrozen(),
            new PostgresBroken(),
            new BadNetwork(),
            new StopStorm(),
            new Mutant(Mutation.FENCE, new StopStorm()),
            new Mutant(Mutation.OUTBOX, END_COMMITTED));

    /** Besides these, with time. */
    private static final List<Fault> FURTHER = List.of(
            new NodeKilled(),
            new SecondServer(),
            new SameKey(),
            new CallbackGuard(),
            new Mutant(Mutation.WRITE_DELAY, new ServerKilled(2)),
            new Mutant(Mutation.GUARD, new NodeFrozen()),
            new Mutant(Mutation.EGRESS, new CallbackGuard()));

    /** Every one. */
    static final List<Fault> ALL =
            Stream.concat(SHORT.stream(), FURTHER.stream()).toList();

    private Faults() {}
}
