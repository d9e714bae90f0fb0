package org.jobplatform.domain.run;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Which run another one comes of.
 *
 * @param parent the run before it in its chain, or the flow whose step it is
 * @param root the first run of the chain, or the flow
 * @param position from 1: behind the first run of the chain, or among the steps of the flow
 */
public record Origin(Kind kind, RunId parent, RunId root, int position) {
    /** How a run comes of another. */
    public enum Kind {
        /** It follows in a chain. */
        CHAIN,
        /** It is a step of a flow. */
        STEP
    }

    /** @throws IllegalArgumentException when the position is not positive */
    public Origin {
        if (position < 1) {
            throw new IllegalArgumentException("positions are counted from 1");
        }
    }

    /** The origin of the run that follows this ended one in its chain. */
    public static Origin after(Run ended) {
        int position = ended.request()
                .origin()
                .filter(origin -> origin.kind() == Kind.CHAIN)
                .map(origin -> origin.position() + 1)
                .orElse(1);
        return new Origin(Kind.CHAIN, ended.id(), ended.root(), position);
    }

    /** The origin of a step of this flow. */
    public static Origin step(Run flow, int position) {
        return new Origin(Kind.STEP, flow.id(), flow.id(), position);
    }

    /** The id of the run with this origin: the same whoever starts it, so that it is started once. */
    public RunId child() {
        String name = root + " " + kind + " " + position;
        return RunId.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
