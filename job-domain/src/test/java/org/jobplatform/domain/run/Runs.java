package org.jobplatform.domain.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobReference;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.ProjectPath;

/** A run of every status, each reached as runs reach it. */
final class Runs {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Owner NODE = new Owner("node-1", "boot-1");

    private Runs() {}

    static RunRequest request() {
        return new RunRequest(
                Map.of(),
                Optional.empty(),
                RowRange.ALL,
                1,
                LoggingLevel.MEDIUM,
                0,
                Optional.empty(),
                Dialect.NATIVE,
                "alice",
                "");
    }

    static StopRequest wish(StopMode mode) {
        return new StopRequest(mode, "no longer wanted", "alice", NOW);
    }

    static Run of(RunStatus status) {
        return switch (status) {
            case QUEUED ->
                Run.accepted(
                        new RunId("run"),
                        new RunNumber(1),
                        new JobReference(
                                new JobId("job"),
                                new FederatedId("federated"),
                                ProjectPath.DEFAULT,
                                new JobName("Load"),
                                JobType.UNSPECIFIED),
                        request(),
                        NOW);
            case STARTING -> of(RunStatus.QUEUED).claim(NODE, NOW);
            case RUNNING -> of(RunStatus.STARTING).begin(NOW);
            case PAUSED -> of(RunStatus.RUNNING).pause(NOW);
            case STOPPING -> of(RunStatus.RUNNING).stop(wish(StopMode.CLEAN));
            case COMPLETED -> of(RunStatus.RUNNING).end(new RunOutcome.Completed(), NOW);
            case COMPLETED_WITH_ERRORS ->
                of(RunStatus.RUNNING).end(new RunOutcome.CompletedWithErrors("2 rows left out"), NOW);
            case FAILED -> of(RunStatus.RUNNING).end(new RunOutcome.Failed("exit code 3"), NOW);
            case STOPPED -> of(RunStatus.RUNNING).end(new RunOutcome.Stopped("after row 7"), NOW);
            case LOST -> of(RunStatus.RUNNING).lose("node-1 died", NOW);
        };
    }
}
