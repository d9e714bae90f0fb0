package org.jobplatform.application.port;

import org.jobplatform.domain.run.Run;

/** What became of a start that was not refused. */
public sealed interface AddResult {
    /** The run, as it is now. */
    Run run();

    /** It is a new run: waiting, or claimed already. */
    record Added(Run run) implements AddResult {}

    /** The same request was made before; this is its run. */
    record Repeated(Run run) implements AddResult {}
}
