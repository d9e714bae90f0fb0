package org.jobplatform.rest.infolink;

import java.time.Duration;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.domain.access.Principal;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunState;
import org.jobplatform.rest.server.Refusal;
import org.jobplatform.rest.server.RefusedRequest;

/** Waits for the runs of clients that want to be answered when all is done. */
final class SynchronousCalls {
    private final AwaitRun awaitRun;
    private final Duration longest;

    /** @param longest what a client is kept waiting at most; its run may go on for longer */
    SynchronousCalls(AwaitRun awaitRun, Duration longest) {
        this.awaitRun = awaitRun;
        this.longest = longest;
    }

    /** A place for a call, to be taken before its start. */
    AwaitRun.Reserved reserve() {
        return awaitRun.reserve();
    }

    /**
     * The run, which has done what it could.
     *
     * @param jobId its id in the caller's spelling
     * @throws RefusedRequest when it has failed or was stopped, with its message, or has not ended in time
     * @throws InterruptedException when the server shuts down
     */
    Run outcome(AwaitRun.Reserved place, RunId id, String jobId, Principal who) throws InterruptedException {
        Run run = place.await(id, longest, who);
        if (!(run.state() instanceof RunState.Ended ended)) {
            throw refused("The job is still running after " + longest.toSeconds()
                    + " seconds and goes on; ask getJobStatus for jobId " + jobId + ".");
        }
        return switch (ended) {
            case RunState.Completed ignored -> run;
            case RunState.CompletedWithErrors ignored -> run;
            case RunState.Failed failed -> throw refused(failed, "The job has failed.");
            case RunState.Lost lost -> throw refused(lost, "The job was lost with its server.");
            case RunState.Stopped stopped -> throw refused(stopped, "The job was stopped.");
        };
    }

    private static RefusedRequest refused(RunState.Ended ended, String otherwise) {
        return refused(ended.message().isBlank() ? otherwise : ended.message());
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.of(400, message));
    }
}
