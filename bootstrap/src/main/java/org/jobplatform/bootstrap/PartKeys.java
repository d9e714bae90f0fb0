package org.jobplatform.bootstrap;

import com.google.inject.Key;
import org.jobplatform.application.execution.Signal;
import org.jobplatform.bootstrap.wiring.CallbackSignal;
import org.jobplatform.bootstrap.wiring.ChainSignal;
import org.jobplatform.bootstrap.wiring.WatchSignal;
import org.jobplatform.bootstrap.wiring.WorkSignal;

/** The parts that are asked for by more than their type. */
final class PartKeys {
    static final Key<Signal> WORK_SIGNAL = Key.get(Signal.class, WorkSignal.class);
    static final Key<Signal> WATCH_SIGNAL = Key.get(Signal.class, WatchSignal.class);
    static final Key<Signal> CALLBACK_SIGNAL = Key.get(Signal.class, CallbackSignal.class);
    static final Key<Signal> CHAIN_SIGNAL = Key.get(Signal.class, ChainSignal.class);

    private PartKeys() {}
}
