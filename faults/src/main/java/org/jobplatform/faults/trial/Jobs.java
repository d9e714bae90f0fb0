package org.jobplatform.faults.trial;

import java.util.Map;
import org.jobplatform.faults.judge.KeptRun;

/** The jobs of every trial, by what they are called. */
public enum Jobs {
    /** Ends at once. */
    NOTHING(KeptRun.Work.NOTHING, 0),
    /** Does nothing for {@link #BRIEF_MILLIS}. */
    BRIEF(KeptRun.Work.NOTHING, 0),
    /** Is at work for under half a second; lost when its node dies. */
    ONCE(KeptRun.Work.ONCE, 2),
    /** Is at work for under half a second; tried again when its node dies. */
    AGAIN(KeptRun.Work.AGAIN, 2),
    /** Is at work for longer than a short lease; tried again when its node dies. */
    LONG(KeptRun.Work.AGAIN, 60);

    /** How long a brief run takes, in milliseconds. */
    public static final int BRIEF_MILLIS = 30;

    private final KeptRun.Work work;
    private final int beats;

    Jobs(KeptRun.Work work, int beats) {
        this.work = work;
        this.beats = beats;
    }

    /** What the job of this id does. */
    static KeptRun.Work workOf(String id) {
        return valueOf(id).work;
    }

    /** Its id, name and project, and what it does, in JSON. */
    String document(Program program) {
        String runner = work == KeptRun.Work.NOTHING
                ? "\"runner\":\"noop\""
                        + (this == BRIEF ? ",\"noop\":{\"duration\":\"PT0.0" + BRIEF_MILLIS + "S\"}" : "")
                : "\"runner\":\"command\",\"command\":{\"argv\":" + program.arguments(beats) + "}";
        Map<KeptRun.Work, String> whenLost =
                Map.of(KeptRun.Work.NOTHING, "retry", KeptRun.Work.ONCE, "end", KeptRun.Work.AGAIN, "retry");
        return "{\"project\":\"Faults\",\"name\":\"" + name() + "\",\"onLost\":\"" + whenLost.get(work) + "\"," + runner
                + "}";
    }
}
