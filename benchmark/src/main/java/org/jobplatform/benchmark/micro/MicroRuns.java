package org.jobplatform.benchmark.micro;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jobplatform.domain.job.FederatedId;
import org.jobplatform.domain.job.Job;
import org.jobplatform.domain.job.JobDefinition;
import org.jobplatform.domain.job.JobId;
import org.jobplatform.domain.job.JobName;
import org.jobplatform.domain.job.JobType;
import org.jobplatform.domain.job.OnLost;
import org.jobplatform.domain.job.ProjectPath;
import org.jobplatform.domain.job.RetryPolicy;
import org.jobplatform.domain.job.RunnerConfiguration;
import org.jobplatform.domain.run.Dialect;
import org.jobplatform.domain.run.LoggingLevel;
import org.jobplatform.domain.run.Owner;
import org.jobplatform.domain.run.RowRange;
import org.jobplatform.domain.run.Run;
import org.jobplatform.domain.run.RunId;
import org.jobplatform.domain.run.RunNumber;
import org.jobplatform.domain.run.RunRequest;

/** An ordinary job and its runs. */
final class MicroRuns {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    static final Owner NODE = new Owner("node-1", "boot-1");
    static final RunRequest REQUEST = new RunRequest(
            Map.of("region", "eu", "day", "2026-01-01"),
            Optional.empty(),
            RowRange.ALL,
            1,
            LoggingLevel.MEDIUM,
            0,
            Optional.empty(),
            Dialect.NATIVE,
            "admin",
            "127.0.0.1");

    private MicroRuns() {}

    static Job job() {
        JobDefinition definition = new JobDefinition(
                ProjectPath.DEFAULT,
                new JobName("Nightly load"),
                new JobType("MTT"),
                Optional.empty(),
                new RunnerConfiguration("noop", Map.of()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                RetryPolicy.NONE,
                OnLost.END);
        return Job.create(
                new JobId("nightly"), new FederatedId("nightly-federated"), definition, new Job.Edit(NOW, "admin"));
    }

    static Run accepted() {
        return Run.accepted(
                new RunId("0197a5a0-0000-7000-8000-000000000001"),
                new RunNumber(4_711),
                job().reference(),
                REQUEST,
                NOW);
    }
}
