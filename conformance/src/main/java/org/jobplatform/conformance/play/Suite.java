package org.jobplatform.conformance.play;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jobplatform.conformance.script.Script;
import org.jobplatform.conformance.server.Target;
import org.jobplatform.conformance.wire.Receiver;

/** The scripts of one dialect. */
public record Suite(String dialect, List<Script> scripts) {
    /**
     * Plays all of them, one after the other.
     *
     * @param progress is told of every case as it ends
     */
    public List<Outcome> play(Target target, Receiver receiver, Consumer<Outcome> progress) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Script script : scripts) {
            List<Outcome> played = new Player(target, receiver, script).play();
            played.forEach(progress);
            outcomes.addAll(played);
        }
        return outcomes;
    }
}
