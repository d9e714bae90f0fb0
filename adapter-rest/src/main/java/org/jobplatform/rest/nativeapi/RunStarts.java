package org.jobplatform.rest.nativeapi;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jobplatform.application.port.AddResult;
import org.jobplatform.application.usecase.AwaitRun;
import org.jobplatform.application.usecase.StartCommand;
import org.jobplatform.application.usecase.StartRun;
import org.jobplatform.domain.run.Run;

/** Starts a run, waits for it when asked to, and answers with it. */
final class RunStarts {
    private final StartRun startRun;
    private final RunWaits waits;
    private final RunAnswers answers;

    RunStarts(StartRun startRun, RunWaits waits, RunAnswers answers) {
        this.startRun = startRun;
        this.waits = waits;
        this.answers = answers;
    }

    Response start(StartCommand command, ContainerRequestContext request) throws InterruptedException {
        Optional<Long> seconds = waits.preferred(request.getHeaderString("Prefer"));
        if (seconds.isEmpty()) {
            AddResult result = startRun.start(command);
            return answer(command, result, result.run(), seconds);
        }
        try (AwaitRun.Reserved place = waits.reserve()) {
            AddResult result = startRun.start(command);
            Run run = place.await(
                    result.run().id(),
                    Duration.ofSeconds(seconds.get()),
                    command.caller().who());
            return answer(command, result, run, seconds);
        }
    }

    private Response answer(StartCommand command, AddResult result, Run run, Optional<Long> seconds) {
        boolean waited = seconds.isPresent() && run.isEnded();
        // A repeat under a key is answered like the first time; one under the caller's own id shows that it is a
        // repeat.
        boolean known = result instanceof AddResult.Repeated && command.runId().isPresent();
        Response.ResponseBuilder answer = Response.status(waited || known ? Status.OK : Status.ACCEPTED)
                .location(URI.create(Links.run(run.id())))
                .entity(answers.of(run, command.caller().who()));
        if (waited) {
            answer.header("Preference-Applied", "wait=" + seconds.get());
        }
        return answer.build();
    }
}
